package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.*;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.PassportCommand.RevokePassport;
import org.icsregistry.contracts.message.PassportCommand.SharePassport;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Passports that partners issue. */
final class PassportWays {

  private static final LocalDate SOON = LocalDate.parse("2026-11-09");

  private PassportWays() {}

  static Stream<Way> all() {
    return Stream.of(issuing(), sharing(), verifying()).flatMap(ways -> ways);
  }

  private static Way way(
      ProblemCode code,
      String when,
      Function<World, Shown> given,
      Function<Shown, ProblemCode> then) {
    return new Way(code, when, w -> then.apply(given.apply(w)));
  }

  private static RevokePassport revocation(Shown s) {
    return new RevokePassport(s.passport, WithdrawalReason.NO_LONGER_VALID);
  }

  private static Stream<Way> issuing() {
    return Stream.of(
        way(
            VOLUNTEER_UNKNOWN,
            "a passport is issued to nobody",
            Shown::none,
            s -> s.world.refuse(CHRISTIE, World.id(), s.issue())),
        way(
            LINK_REQUIRED,
            "its issuer has no relationship with the person",
            Shown::none,
            s -> s.refuse(HOST, s.issue())),
        way(
            PASSPORT_ALREADY_EXISTS,
            "its id is taken",
            Shown::issued,
            s -> s.refuse(CHRISTIE, s.issue())),
        way(
            SUBJECT_MISMATCH,
            "its id is another person's",
            Shown::issued,
            s -> s.world.refuse(CHRISTIE, s.world.aPerson(), s.issue())),
        way(
            ITEM_UNKNOWN,
            "it lists what the person does not hold",
            Shown::none,
            s -> s.refuse(CHRISTIE, s.issue(List.of(World.id())))),
        way(
            ITEM_ALREADY_WITHDRAWN,
            "it lists what was withdrawn",
            Shown::none,
            s -> {
              s.accept(CHRISTIE, new WithdrawTraining(s.fire, WithdrawalReason.NO_LONGER_VALID));
              return s.refuse(CHRISTIE, s.issue());
            }),
        way(
            NOT_VOUCHED_FOR,
            "it lists what another partner recorded",
            Shown::none,
            s -> s.refuse(MANCHESTER, s.issue())),
        way(
            ISSUER_ONLY,
            "a receiver revokes it",
            Shown::shared,
            s -> s.refuse(MANCHESTER, revocation(s))),
        way(
            PASSPORT_UNKNOWN,
            "what is revoked was never issued",
            Shown::none,
            s -> s.refuse(CHRISTIE, revocation(s))),
        way(
            PASSPORT_REVOKED,
            "it is revoked twice",
            Shown::issued,
            s -> {
              s.accept(CHRISTIE, revocation(s));
              return s.refuse(CHRISTIE, revocation(s));
            }));
  }

  private static Stream<Way> sharing() {
    return Stream.of(
        way(
            OWN_ORGANISATION_ONLY,
            "a partner shares it with itself",
            Shown::issued,
            s -> s.refuse(MANCHESTER, s.share(SOON))),
        way(
            SHARE_ALREADY_EXISTS,
            "a share's id is taken",
            Shown::shared,
            s -> s.refuse(CHRISTIE, s.share(SOON))),
        way(
            DATE_ORDER,
            "a share is over before it begins",
            Shown::issued,
            s -> s.refuse(CHRISTIE, s.share(LAST_WEEK))),
        way(
            PARTNER_UNKNOWN,
            "it is shared with nobody we know",
            Shown::issued,
            s -> s.refuse(CHRISTIE, shareWith(s, "RXX"))),
        way(
            AGREEMENTS_NOT_SIGNED,
            "it is shared with a partner that has not signed",
            Shown::issued,
            s -> {
              s.world.register("RXX", IssuerCategory.HOSPICE);
              return s.refuse(CHRISTIE, shareWith(s, "RXX"));
            }),
        way(
            NOT_VOUCHED_FOR,
            "an item is shared that the passport does not hold",
            Shown::issued,
            s -> s.refuse(CHRISTIE, s.share(List.of(World.id()), SOON))),
        way(
            ITEM_ALREADY_WITHDRAWN,
            "an item is shared that was withdrawn",
            Shown::issued,
            s -> {
              s.accept(CHRISTIE, new WithdrawTraining(s.fire, WithdrawalReason.NO_LONGER_VALID));
              return s.refuse(CHRISTIE, s.share(List.of(s.fire), SOON));
            }));
  }

  private static SharePassport shareWith(Shown s, String partner) {
    return new SharePassport(
        s.passport, s.share, partner, SharingPurpose.PLACEMENT, List.of(s.identity), SOON);
  }

  private static Stream<Way> verifying() {
    return Stream.of(
        way(
            SHARE_UNKNOWN,
            "somebody looks with whom it is not shared",
            Shown::issued,
            s -> s.refuse(MANCHESTER, s.look())),
        way(
            SHARE_UNKNOWN,
            "somebody uses another partner's share",
            Shown::begun,
            s -> s.refuse(CHRISTIE, s.take(s.identity))),
        way(
            SHARE_EXPIRED,
            "an item is accepted after the share has run out",
            Shown::begun,
            s -> {
              s.world.todayIs("2026-11-10");
              return s.refuse(MANCHESTER, s.take(s.identity));
            }),
        way(
            PASSPORT_REVOKED,
            "an item is accepted after the passport was revoked",
            Shown::begun,
            s -> {
              s.accept(CHRISTIE, revocation(s));
              return s.refuse(MANCHESTER, s.take(s.identity));
            }),
        way(
            VERIFICATION_STATE,
            "an item is accepted before anybody looked",
            Shown::shared,
            s -> s.refuse(MANCHESTER, s.take(s.identity))),
        way(
            VERIFICATION_STATE,
            "a verification begins twice",
            Shown::begun,
            s -> s.refuse(MANCHESTER, s.look())),
        way(
            VERIFICATION_STATE,
            "a verification ends that has not begun",
            Shown::shared,
            s -> s.refuse(MANCHESTER, s.complete())),
        way(
            ITEM_NOT_SHARED,
            "an item is rejected that was not shared",
            Shown::begun,
            s -> s.refuse(MANCHESTER, s.reject(s.fire))),
        way(
            ITEM_ALREADY_DECIDED,
            "a rejected item is accepted",
            Shown::begun,
            s -> {
              s.accept(MANCHESTER, s.reject(s.identity));
              return s.refuse(MANCHESTER, s.take(s.identity));
            }),
        way(
            ITEMS_UNDECIDED,
            "a verification ends with an item undecided",
            Shown::begun,
            s -> s.refuse(MANCHESTER, s.complete())));
  }
}
