package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.LEGAL_MAXIMUM_EXCEEDED;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENT_INVALID;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_ALREADY_DEFINED;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_OWNER_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.RoleCommand.DefineRole;
import org.icsregistry.contracts.message.RoleCommand.ReviseRole;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Roles and what makes a requirement line sensible and lawful. */
final class RoleWays {

  private static final String NEW_ROLE = MANCHESTER + ".DRIVER";

  private RoleWays() {}

  static Stream<Way> all() {
    return Stream.concat(
        Stream.of(
            new Way(
                ROLE_UNKNOWN,
                "an undefined role is revised",
                w -> w.refuse(MANCHESTER, NEW_ROLE, revision())),
            new Way(
                ROLE_ALREADY_DEFINED,
                "the id is taken",
                w -> w.refuse(MANCHESTER, WARD, definition())),
            new Way(
                ROLE_OWNER_ONLY,
                "another partner revises it",
                w -> w.refuse(CHRISTIE, WARD, revision())),
            new Way(
                ROLE_OWNER_ONLY,
                "the host revises a partner's role",
                w -> w.refuse(HOST, WARD, revision())),
            new Way(
                ROLE_OWNER_ONLY,
                "a partner defines a role of the ICS",
                w -> w.refuse(CHRISTIE, HOST + ".DRIVER", definition())),
            new Way(
                LEGAL_MAXIMUM_EXCEEDED,
                "a revision asks for more than the role is entitled to",
                w ->
                    w.refuse(
                        MANCHESTER,
                        WARD,
                        revision(Lines.dbs(CheckLevel.ENHANCED, CheckLevel.STANDARD)))),
            new Way(
                LEGAL_MAXIMUM_EXCEEDED,
                "a definition asks for more than the role is entitled to",
                w ->
                    w.refuse(
                        MANCHESTER,
                        NEW_ROLE,
                        definition(Lines.dbs(CheckLevel.ENHANCED_BARRED, CheckLevel.ENHANCED))))),
        invalidLines());
  }

  private static Stream<Way> invalidLines() {
    return Stream.of(
        invalid("a DBS line has no maximum", Lines.dbs(CheckLevel.BASIC, null)),
        invalid("a DBS line has no minimum", Lines.dbs(null, CheckLevel.ENHANCED)),
        invalid("a level is one of another check", Lines.identity(CheckLevel.BASIC)),
        invalid(
            "a workforce stands on an identity line",
            Lines.check(CheckCode.IDENTITY, null, null, Workforce.ADULT, null, null)),
        invalid(
            "barred lists stand on a references line",
            Lines.check(CheckCode.REFERENCES, null, null, null, BarredLists.BOTH, null)),
        invalid(
            "a count stands on an identity line",
            Lines.check(CheckCode.IDENTITY, null, null, null, null, 2)),
        invalid("a subject satisfies itself", Lines.training("CSTF_FIRE", List.of("CSTF_FIRE"))),
        invalid("an age line says nothing", Lines.age(null, null)),
        invalid("an age line is empty", Lines.age(18, 16)),
        invalid("a line stands twice", Lines.age(16, null), Lines.age(18, null)));
  }

  private static Way invalid(String when, RequirementLine... lines) {
    return new Way(
        REQUIREMENT_INVALID,
        when,
        w -> {
          ProblemCode revised = w.refuse(MANCHESTER, WARD, revision(lines));
          return revised == REQUIREMENT_INVALID
              ? w.refuse(MANCHESTER, NEW_ROLE, definition(lines))
              : revised;
        });
  }

  private static DefineRole definition(RequirementLine... lines) {
    return new DefineRole("A role", EngagementMode.SHIFT, List.of(lines));
  }

  private static ReviseRole revision(RequirementLine... lines) {
    return new ReviseRole("A role", EngagementMode.SHIFT, List.of(lines), false);
  }
}
