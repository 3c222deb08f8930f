package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.ALREADY_CLEARED;
import static org.icsregistry.contracts.problem.ProblemCode.CLEARANCE_STILL_HOLDS;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.NOT_CLEARED;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.RECOGNITION_ALREADY_DECIDED;
import static org.icsregistry.contracts.problem.ProblemCode.RECOGNITION_CONTRADICTS_POLICY;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENTS_NOT_MET;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;

import java.util.stream.Stream;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;
import org.jspecify.annotations.Nullable;

/** Recognition and clearance. */
final class ClearanceWays {

  static final ClearForRole CLEAR = new ClearForRole(MANCHESTER, WARD);
  private static final LapseClearance LAPSE =
      new LapseClearance(MANCHESTER, WARD, LapseReason.ITEM_EXPIRED);

  private ClearanceWays() {}

  static Stream<Way> all() {
    return Stream.concat(recognition(), clearance());
  }

  private static Stream<Way> clearance() {
    return Stream.of(
        new Way(
            REQUIREMENTS_NOT_MET, "nothing is held", w -> w.refuse(MANCHESTER, w.aPerson(), CLEAR)),
        new Way(
            REQUIREMENTS_NOT_MET,
            "all is held from a partner that is not trusted",
            w -> {
              var person = w.aPerson();
              w.identity(CHRISTIE, person);
              w.dbs(CHRISTIE, person);
              w.fireTraining(CHRISTIE, person);
              return w.refuse(MANCHESTER, person, CLEAR);
            }),
        new Way(
            ROLE_UNKNOWN,
            "the role is not defined",
            w ->
                w.refuse(
                    MANCHESTER, w.aPerson(), new ClearForRole(MANCHESTER, MANCHESTER + ".NONE"))),
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner clears at another",
            w -> w.refuse(CHRISTIE, w.aPersonWithEverything(), CLEAR)),
        new Way(
            ALREADY_CLEARED,
            "nothing has changed",
            w -> w.refuse(MANCHESTER, w.aClearedPerson(), CLEAR)),
        new Way(
            NOT_CLEARED, "nobody cleared lapses", w -> w.refuse(MANCHESTER, w.aPerson(), LAPSE)),
        new Way(
            CLEARANCE_STILL_HOLDS,
            "all is met",
            w -> w.refuse(MANCHESTER, w.aClearedPerson(), LAPSE)));
  }

  private static Stream<Way> recognition() {
    return Stream.of(
        new Way(
            RECOGNITION_CONTRADICTS_POLICY,
            "no policy accepts the item",
            w -> decide(w, 0, "CSTF_FIRE", RecognitionDecision.REUSED, null)),
        new Way(
            RECOGNITION_CONTRADICTS_POLICY,
            "the reason is another",
            w -> decide(w, 0, "CSTF_FIRE", RecognitionDecision.REPEAT, ReasonCode.EXPIRED)),
        new Way(
            RECOGNITION_CONTRADICTS_POLICY,
            "the policy's version is another",
            w ->
                decide(
                    w, 1, "CSTF_FIRE", RecognitionDecision.REPEAT, ReasonCode.ISSUER_NOT_TRUSTED)),
        new Way(
            RECOGNITION_CONTRADICTS_POLICY,
            "the role does not ask for it",
            w -> decide(w, 0, "CSTF_MOVING", RecognitionDecision.REPEAT, ReasonCode.NOT_HELD)),
        new Way(
            RECOGNITION_CONTRADICTS_POLICY,
            "the item is the partner's own",
            w -> {
              var person = w.aPerson();
              var item = w.fireTraining(MANCHESTER, person);
              return w.refuse(
                  MANCHESTER,
                  person,
                  decision(item, 0, "CSTF_FIRE", RecognitionDecision.REUSED, null));
            }),
        new Way(
            ITEM_UNKNOWN,
            "the person does not hold the item",
            w ->
                w.refuse(
                    MANCHESTER,
                    w.aPerson(),
                    decision(World.id(), 0, "CSTF_FIRE", RecognitionDecision.REUSED, null))),
        new Way(
            RECOGNITION_ALREADY_DECIDED,
            "the same is decided again",
            w -> {
              var person = w.aPerson();
              var repeat =
                  decision(
                      w.fireTraining(CHRISTIE, person),
                      0,
                      "CSTF_FIRE",
                      RecognitionDecision.REPEAT,
                      ReasonCode.ISSUER_NOT_TRUSTED);
              w.accept(MANCHESTER, person, repeat);
              return w.refuse(MANCHESTER, person, repeat);
            }));
  }

  private static ProblemCode decide(
      World w,
      int policyVersion,
      String requirement,
      RecognitionDecision decision,
      @Nullable ReasonCode reason) {
    var person = w.aPerson();
    var item = w.fireTraining(CHRISTIE, person);
    return w.refuse(
        MANCHESTER, person, decision(item, policyVersion, requirement, decision, reason));
  }

  static DecideRecognition decision(
      String item,
      int policyVersion,
      String requirement,
      RecognitionDecision decision,
      @Nullable ReasonCode reason) {
    return new DecideRecognition(
        MANCHESTER, WARD, 1, policyVersion, requirement, item, decision, reason);
  }
}
