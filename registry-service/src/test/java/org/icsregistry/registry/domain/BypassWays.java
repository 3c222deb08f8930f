package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.code.BypassReason.SUPERVISED_START;
import static org.icsregistry.contracts.code.BypassReason.URGENT_NEED;
import static org.icsregistry.contracts.problem.ProblemCode.BYPASS_NOT_ALLOWED;
import static org.icsregistry.contracts.problem.ProblemCode.BYPASS_TOO_LONG;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_ALREADY_REJECTED;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_ALREADY_WITHDRAWN;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.NOTHING_CHANGED;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ITEM;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENT_ALREADY_MET;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENT_NOT_ASKED;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.fixture.Commands.HOST;

import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.code.RejectionReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckCommand.RejectCheck;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.ClearanceCommand.BypassRequirement;
import org.icsregistry.contracts.message.PersonCommand.ChangeAvailability;
import org.icsregistry.contracts.message.PersonCommand.ChangeDetails;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;
import org.jspecify.annotations.Nullable;

/** What a partner lets wait and what it does not rely on; and what changes about a person. */
final class BypassWays {

  private BypassWays() {}

  static Stream<Way> all() {
    return Stream.of(bypasses(), lengths(), rejections(), changes()).flatMap(ways -> ways);
  }

  private static Stream<Way> bypasses() {
    return Stream.of(
        new Way(
            OWN_ORGANISATION_ONLY,
            "the host lets a requirement wait",
            w -> {
              w.revise(false, Lines.supervisedReferences());
              return w.refuse(HOST, w.aPerson(), bypass("REFERENCES", SUPERVISED_START, "s", w, 1));
            }),
        new Way(
            REQUIREMENT_NOT_ASKED,
            "what waits is not asked for",
            w -> refused(w, "WORK_HEALTH", SUPERVISED_START, "s", 1)),
        new Way(
            BYPASS_NOT_ALLOWED,
            "an age limit is to wait",
            w -> refused(w, "AGE", URGENT_NEED, null, 1)),
        new Way(
            BYPASS_NOT_ALLOWED,
            "the line allows no supervised start",
            w -> refused(w, "DBS", SUPERVISED_START, "s", 1)),
        new Way(
            BYPASS_NOT_ALLOWED,
            "nobody supervises",
            w -> refused(w, "REFERENCES", SUPERVISED_START, null, 1)),
        new Way(
            BYPASS_NOT_ALLOWED,
            "somebody supervises for another reason",
            w -> refused(w, "REFERENCES", URGENT_NEED, "s", 1)),
        new Way(
            REQUIREMENT_ALREADY_MET,
            "what waits is met",
            w -> {
              w.revise(false, Lines.supervisedIdentity());
              var person = w.aPerson();
              w.identity(MANCHESTER, person);
              return w.refuse(MANCHESTER, person, bypass("IDENTITY", SUPERVISED_START, "s", w, 1));
            }));
  }

  private static Stream<Way> lengths() {
    return Stream.of(
        new Way(
            BYPASS_TOO_LONG,
            "a bypass has ended before it begins",
            w -> refused(w, "REFERENCES", SUPERVISED_START, "s", -1)),
        new Way(
            BYPASS_TOO_LONG,
            "a supervised start is to last longer than four weeks",
            w -> refused(w, "REFERENCES", SUPERVISED_START, "s", 29)),
        new Way(
            BYPASS_TOO_LONG,
            "bypasses follow each other without end",
            w -> {
              w.revise(false, Lines.supervisedReferences());
              var person = w.aPerson();
              w.accept(MANCHESTER, person, bypass("REFERENCES", SUPERVISED_START, "s", w, 28));
              w.todayIs(w.today().plusDays(20).toString());
              return w.refuse(
                  MANCHESTER, person, bypass("REFERENCES", SUPERVISED_START, "s", w, 9));
            }));
  }

  private static Stream<Way> rejections() {
    return Stream.of(
        new Way(ITEM_UNKNOWN, "a check is rejected", w -> reject(w, w.aPerson(), World.id())),
        new Way(
            OWN_ITEM,
            "the issuer rejects its own check",
            w -> {
              var person = w.aPerson();
              return reject(w, person, w.identity(MANCHESTER, person));
            }),
        new Way(
            ITEM_ALREADY_WITHDRAWN,
            "a withdrawn check is rejected",
            w -> {
              var person = w.aPerson();
              var item = w.identity(CHRISTIE, person);
              w.accept(CHRISTIE, person, new WithdrawCheck(item, WithdrawalReason.NO_LONGER_VALID));
              return reject(w, person, item);
            }),
        new Way(
            ITEM_ALREADY_REJECTED,
            "a check is rejected twice",
            w -> {
              var person = w.aPerson();
              var item = w.identity(CHRISTIE, person);
              w.accept(MANCHESTER, person, rejection(item));
              return reject(w, person, item);
            }));
  }

  private static Stream<Way> changes() {
    return Stream.of(
        new Way(
            NOTHING_CHANGED,
            "no detail is given",
            w -> w.refuse(CHRISTIE, w.aPerson(), new ChangeDetails(null, null, null))),
        new Way(
            NOTHING_CHANGED,
            "availability is as it was",
            w -> {
              var person = w.aPerson();
              var said = new ChangeAvailability(DutyStatus.ON_DUTY, "M20", List.of(), 4, null);
              w.accept(CHRISTIE, person, said);
              return w.refuse(MANCHESTER, person, said);
            }));
  }

  private static ProblemCode refused(
      World w, String requirement, BypassReason reason, @Nullable String supervisor, int days) {
    w.revise(
        false,
        Lines.supervisedReferences(),
        Lines.age(16, null),
        Lines.dbs(CheckLevel.BASIC, CheckLevel.ENHANCED));
    return w.refuse(MANCHESTER, w.aPerson(), bypass(requirement, reason, supervisor, w, days));
  }

  private static BypassRequirement bypass(
      String requirement, BypassReason reason, @Nullable String supervisor, World w, int days) {
    return new BypassRequirement(
        MANCHESTER, WARD, requirement, reason, "lead-2", supervisor, w.today().plusDays(days));
  }

  private static ProblemCode reject(World w, String person, String item) {
    return w.refuse(MANCHESTER, person, rejection(item));
  }

  private static RejectCheck rejection(String item) {
    return new RejectCheck(item, RejectionReason.LOCAL_POLICY);
  }
}
