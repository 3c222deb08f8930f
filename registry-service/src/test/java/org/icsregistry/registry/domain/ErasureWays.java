package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.*;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.HoldReason;
import org.icsregistry.contracts.code.PartnerCopies;
import org.icsregistry.contracts.code.RestrictionGround;
import org.icsregistry.contracts.message.ErasureCommand.AcknowledgeErasure;
import org.icsregistry.contracts.message.ErasureCommand.EraseCategory;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.ErasureCommand.LiftRestriction;
import org.icsregistry.contracts.message.ErasureCommand.RestrictProcessing;
import org.icsregistry.contracts.message.Hold;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Being forgotten and being left alone. */
final class ErasureWays {

  static final EraseVolunteer ERASE = erase();
  static final AcknowledgeErasure ACKNOWLEDGE = new AcknowledgeErasure(PartnerCopies.ERASED);
  static final RestrictProcessing RESTRICT =
      new RestrictProcessing(RestrictionGround.ACCURACY_CONTESTED, "dpo-1");
  static final LiftRestriction LIFT = new LiftRestriction("dpo-1");

  private ErasureWays() {}

  static EraseVolunteer erase(Hold... holds) {
    return new EraseVolunteer(ErasureGround.REQUESTED, "dpo-1", List.of(holds));
  }

  static Hold hold(Category category, String until) {
    return new Hold(category, HoldReason.SAFEGUARDING, LocalDate.parse(until));
  }

  static Stream<Way> all() {
    return Stream.concat(erasures(), restrictions());
  }

  private static Stream<Way> erasures() {
    return Stream.of(
        new Way(
            PERSON_ERASED,
            "anything is recorded afterwards",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, person, ERASE);
              return w.refuse(CHRISTIE, person, World.fireTraining(World.id()));
            }),
        new Way(
            PERSON_ERASED,
            "a placement goes on afterwards",
            w -> {
              var person = w.aClearedPerson();
              var placement = w.offered(person);
              w.accept(HOST, person, ERASE);
              return w.refuse(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK));
            }),
        new Way(
            OTHERS_INVOLVED,
            "one of two partners erases",
            w -> w.refuse(MANCHESTER, w.aPerson(), ERASE)),
        new Way(
            OTHERS_INVOLVED,
            "one of two partners erases a category",
            w ->
                w.refuse(
                    MANCHESTER,
                    w.aPerson(),
                    new EraseCategory(Category.CHECKS, ErasureGround.RETENTION, "dpo-1"))),
        new Way(
            NOTHING_TO_ERASE,
            "a person is forgotten twice",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, person, ERASE);
              return w.refuse(HOST, person, ERASE);
            }),
        new Way(
            HOLD_INVALID,
            "a hold is over already",
            w -> w.refuse(HOST, w.aPerson(), erase(hold(Category.CHECKS, "2026-11-02")))),
        new Way(
            HOLD_INVALID,
            "a category is held that is erased",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, person, erase(hold(Category.CHECKS, "2027-11-02")));
              return w.refuse(HOST, person, erase(hold(Category.CONTACT, "2027-11-02")));
            }),
        new Way(
            NOT_ERASED,
            "the erasure of somebody who is known is acknowledged",
            w -> w.refuse(CHRISTIE, w.aPerson(), ACKNOWLEDGE)),
        new Way(
            ALREADY_ACKNOWLEDGED,
            "an erasure is acknowledged twice",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, person, ERASE);
              w.accept(CHRISTIE, person, ACKNOWLEDGE);
              return w.refuse(CHRISTIE, person, ACKNOWLEDGE);
            }));
  }

  private static Stream<Way> restrictions() {
    return Stream.of(
        new Way(
            PROCESSING_RESTRICTED,
            "a relationship begins while nothing may be done",
            w -> {
              var person = World.id();
              w.accept(CHRISTIE, person, w.aRegistration(person, "1990-04-05"));
              w.accept(CHRISTIE, person, RESTRICT);
              return w.refuse(MANCHESTER, person, new LinkPartner(LAST_WEEK));
            }),
        new Way(
            PROCESSING_RESTRICTED,
            "a placement is offered while nothing may be done",
            w -> {
              var person = w.aPerson();
              w.accept(CHRISTIE, person, RESTRICT);
              return w.refuse(MANCHESTER, person, new OfferPlacement(World.id(), World.WARD));
            }),
        new Way(
            PROCESSING_RESTRICTED,
            "what is restricted is restricted again",
            w -> {
              var person = w.aPerson();
              w.accept(CHRISTIE, person, RESTRICT);
              return w.refuse(CHRISTIE, person, RESTRICT);
            }),
        new Way(NOT_RESTRICTED, "nothing is lifted", w -> w.refuse(CHRISTIE, w.aPerson(), LIFT)),
        new Way(
            OWN_ORGANISATION_ONLY,
            "another partner lifts it",
            w -> {
              var person = w.aPerson();
              w.accept(CHRISTIE, person, RESTRICT);
              return w.refuse(MANCHESTER, person, LIFT);
            }));
  }
}
