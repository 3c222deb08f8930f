package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.EvidenceType.*;
import static org.icsregistry.contracts.code.IssuerCategory.*;
import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.HeldItem.*;
import static org.icsregistry.contracts.rules.Row.*;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.EvidenceType;

/** Rows about training. Sources: CSTF refresh periods, StatMand Staff Movement MoU. */
final class TrainingRows {

  private TrainingRows() {}

  static Stream<Row> rows() {
    return Stream.of(held(), evidence(), subjects(), portability(), ages()).flatMap(rows -> rows);
  }

  private static Stream<Row> held() {
    var line = training("CSTF_FIRE");
    return Stream.of(
        row("training not held", line, noPolicy(), missing(NOT_HELD)),
        row("training own", line, noPolicy(), own(), aTraining("CSTF_FIRE")),
        row(
            "training withdrawn",
            line,
            noPolicy(),
            missing(WITHDRAWN_BY_ISSUER),
            aTraining("CSTF_FIRE").withdrawn()),
        row(
            "training another's, withdrawn",
            line,
            trusting(),
            missing(WITHDRAWN_BY_ISSUER),
            aTraining("CSTF_FIRE").theirs().withdrawn()),
        row(
            "training completed after the day",
            line,
            noPolicy(),
            missing(NOT_HELD),
            aTraining("CSTF_FIRE").completedOn(TODAY.plusDays(1))),
        row(
            "training of another subject",
            line,
            noPolicy(),
            missing(NOT_HELD),
            aTraining("CSTF_HSW")));
  }

  private static Stream<Row> evidence() {
    // Evidence types: only the first three can satisfy a role.
    return Stream.of(EvidenceType.values())
        .map(type ->
            row(
                "evidence " + type,
                training("CSTF_FIRE"),
                noPolicy(),
                type == SELF_DECLARED ? repeat(SELF_DECLARED_ONLY, US) : own(),
                aTraining("CSTF_FIRE").evidence(type)));
  }

  private static Stream<Row> subjects() {
    // CSTF: level 2 satisfies level 1, never the reverse; the policy for the item's own subject
    // counts.
    var line = training("CSTF_SGA1", "CSTF_SGA2");
    return Stream.of(
        row("higher satisfies lower", line, noPolicy(), own(), aTraining("CSTF_SGA2")),
        row(
            "lower does not satisfy higher",
            training("CSTF_SGA2"),
            noPolicy(),
            missing(NOT_HELD),
            aTraining("CSTF_SGA1")),
        row(
            "higher satisfies lower, listed or not",
            new RequirementLine.TrainingLine(
                "CSTF_SGA1", null, null, true, true, false, line.jurisdiction(), null),
            noPolicy(),
            own(),
            aTraining("CSTF_SGA2")),
        row(
            "another's higher under its own rule",
            line,
            policy(accept("CSTF_SGA2"), accept("CSTF_SGA1", HOSPICE)),
            reused(),
            aTraining("CSTF_SGA2").theirs()),
        row(
            "another's higher without a rule",
            line,
            policy(accept("CSTF_SGA1")),
            repeat(ISSUER_NOT_TRUSTED, THEM),
            aTraining("CSTF_SGA2").theirs()));
  }

  private static Stream<Row> portability() {
    // A local induction is never portable; whom a policy trusts does not matter.
    var local = training("LOCAL_INDUCTION", null, false);
    return Stream.of(
        row("local, own", local, noPolicy(), own(), aTraining("LOCAL_INDUCTION")),
        row(
            "local, another's",
            local,
            trusting(),
            repeat(NOT_PORTABLE, THEM),
            aTraining("LOCAL_INDUCTION").theirs()),
        row(
            "local, another's and no policy",
            local,
            noPolicy(),
            repeat(NOT_PORTABLE, THEM),
            aTraining("LOCAL_INDUCTION").theirs()),
        // The MoU leaves out GP practices and councils: each partner decides.
        row(
            "training of a practice",
            training("CSTF_FIRE"),
            trusting(),
            repeat(ISSUER_CATEGORY_EXCLUDED, THEM),
            aTraining("CSTF_FIRE").by(THEM, GP_PCN)));
  }

  private static Stream<Row> ages() {
    // CSTF: 24 months nationally, 12 at some trusts; still in date on the last day.
    var done = LocalDate.of(2024, 2, 29);
    var line = training("CSTF_FIRE", 24, true);
    var last = LocalDate.of(2026, 2, 28);
    var yearly = policy(youngerThan("CSTF_*", 12));
    var yearLast = LocalDate.of(2025, 2, 28);
    return Stream.of(
        row(
                "training's last day",
                line,
                noPolicy(),
                own(last),
                aTraining("CSTF_FIRE").completedOn(done))
            .on(last),
        row(
                "training's day after",
                line,
                noPolicy(),
                repeat(TOO_OLD_FOR_POLICY, US),
                aTraining("CSTF_FIRE").completedOn(done))
            .on(last.plusDays(1)),
        row(
                "a stricter policy's last day",
                line,
                yearly,
                reused(yearLast),
                aTraining("CSTF_FIRE").completedOn(done).theirs())
            .on(yearLast),
        row(
                "a stricter policy's day after",
                line,
                yearly,
                repeat(TOO_OLD_FOR_POLICY, THEM),
                aTraining("CSTF_FIRE").completedOn(done).theirs())
            .on(yearLast.plusDays(1)),
        row(
                "a stricter policy and own training",
                line,
                yearly,
                own(last),
                aTraining("CSTF_FIRE").completedOn(done))
            .on(last));
  }
}
