package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_SUCCEEDED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_RETIRED;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.SUBJECT_MISMATCH;
import static org.icsregistry.contracts.problem.ProblemCode.SUCCESSION_STATE;
import static org.icsregistry.contracts.problem.ProblemCode.SYSTEM_ALREADY_CONNECTED;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.fixture.Commands.HOST;

import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.SystemKind;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.PartnerCommand.ConnectSystem;
import org.icsregistry.contracts.message.PartnerCommand.SucceedPartner;
import org.icsregistry.contracts.message.RoleCommand.RetireRole;
import org.icsregistry.contracts.message.RoleCommand.ReviseRole;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Organisations that go on in others, their systems, and roles that take nobody new. */
final class SuccessionWays {

  private static final SucceedPartner SUCCEED = new SucceedPartner(CHRISTIE, MANCHESTER);
  private static final ConnectSystem SYSTEM =
      new ConnectSystem(SystemKind.LEARNING, "Moodle", LAST_WEEK);

  private SuccessionWays() {}

  static Stream<Way> all() {
    return Stream.concat(successions(), others());
  }

  private static Stream<Way> successions() {
    return Stream.of(
        new Way(
            HOST_ONLY,
            "a partner takes over another",
            w -> w.refuse(MANCHESTER, CHRISTIE, SUCCEED)),
        new Way(
            SUBJECT_MISMATCH,
            "the succession is told to a third",
            w -> w.refuse(HOST, HOST, SUCCEED)),
        new Way(
            PARTNER_UNKNOWN,
            "the successor is not registered",
            w -> w.refuse(HOST, CHRISTIE, new SucceedPartner(CHRISTIE, "RXX"))),
        new Way(
            SUCCESSION_STATE,
            "the successor is told first",
            w -> w.refuse(HOST, MANCHESTER, SUCCEED)),
        new Way(
            SUCCESSION_STATE,
            "an organisation ends twice",
            w -> {
              w.accept(HOST, CHRISTIE, SUCCEED);
              return w.refuse(HOST, CHRISTIE, SUCCEED);
            }),
        new Way(
            PARTNER_SUCCEEDED,
            "the predecessor acts still",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, CHRISTIE, SUCCEED);
              return w.refuse(CHRISTIE, person, World.fireTraining(World.id()));
            }));
  }

  private static Stream<Way> others() {
    return Stream.of(
        new Way(
            SYSTEM_ALREADY_CONNECTED,
            "a system is connected twice",
            w -> {
              w.accept(CHRISTIE, CHRISTIE, SYSTEM);
              return w.refuse(CHRISTIE, CHRISTIE, SYSTEM);
            }),
        new Way(
            ROLE_UNKNOWN,
            "an undefined role is retired",
            w -> w.refuse(CHRISTIE, CHRISTIE + ".PORTER", new RetireRole())),
        new Way(
            ROLE_RETIRED,
            "somebody applies for a retired role",
            w -> {
              w.accept(MANCHESTER, WARD, new RetireRole());
              return w.refuse(MANCHESTER, w.aPerson(), new ExpressInterest(World.id(), WARD));
            }),
        new Way(
            ROLE_RETIRED,
            "somebody is to be cleared for a retired role",
            w -> {
              var person = w.aPersonWithEverything();
              w.accept(MANCHESTER, WARD, new RetireRole());
              return w.refuse(MANCHESTER, person, ClearanceWays.CLEAR);
            }),
        new Way(
            ROLE_RETIRED,
            "a retired role is revised",
            w -> {
              w.accept(MANCHESTER, WARD, new RetireRole());
              return w.refuse(
                  MANCHESTER,
                  WARD,
                  new ReviseRole("Ward helper", EngagementMode.SHIFT, List.of(), false));
            }));
  }
}
