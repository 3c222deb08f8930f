package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.ACTOR_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;

import java.time.Instant;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.message.Explanation;
import org.icsregistry.contracts.message.LookCommand.BreakGlass;
import org.icsregistry.contracts.message.LookCommand.NoteLook;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Looking at details, and seeing them in an emergency. */
final class LookWays {

  private static final String HOSPICE = "GB-CHC-1234567";

  private LookWays() {}

  static Stream<Way> all() {
    return Stream.of(
        new Way(
            HOST_ONLY,
            "a partner says who looked",
            w -> w.refuse(MANCHESTER, w.aPerson(), look(LookGround.GRANT))),
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner sees an emergency at another",
            w -> {
              var person = w.aPerson();
              return w.refuse(
                  CHRISTIE, person, emergency(w, person, EmergencyReason.IMMINENT_RISK));
            }),
        new Way(
            ACTOR_REQUIRED,
            "a system sees an emergency and names nobody",
            w -> {
              var person = w.aPerson();
              var emergency = emergency(w, person, EmergencyReason.IMMINENT_RISK);
              return w.unnamed().refuse(MANCHESTER, person, emergency);
            }),
        new Way(
            LINK_REQUIRED,
            "a stranger sees an emergency",
            w -> {
              w.admit(HOSPICE, IssuerCategory.HOSPICE);
              var person = w.aPerson();
              var reason = EmergencyReason.SAFEGUARDING_ADULT;
              return w.refuse(HOSPICE, person, emergency(w, person, HOSPICE, reason));
            }));
  }

  static NoteLook look(LookGround ground) {
    return new NoteLook(
        MANCHESTER,
        "coordinator-7",
        LookOffice.COORDINATOR,
        ground,
        Instant.parse("2026-11-02T08:00:00Z"));
  }

  static BreakGlass emergency(World world, String person, EmergencyReason reason) {
    return emergency(world, person, MANCHESTER, reason);
  }

  private static BreakGlass emergency(
      World world, String person, String partner, EmergencyReason reason) {
    var explanation = new Explanation("Said on the ward that somebody may come to harm");
    return new BreakGlass(
        partner, reason, world.seal(person, "BreakGlass.explanation", explanation));
  }
}
