package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.CheckCode.*;
import static org.icsregistry.contracts.code.CheckLevel.*;
import static org.icsregistry.contracts.code.IssuerCategory.*;
import static org.icsregistry.contracts.code.ReasonCode.*;
import static org.icsregistry.contracts.rules.Given.*;
import static org.icsregistry.contracts.rules.HeldItem.*;
import static org.icsregistry.contracts.rules.Row.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Rows about what the relying partner's policy accepts: trust is directional and its own. */
final class PolicyRows {

  private PolicyRows() {}

  static Stream<Row> rows() {
    return Stream.of(issuers(), precedence(), identity(), ages()).flatMap(rows -> rows);
  }

  private static Stream<Row> issuers() {
    // Trust framework: a partner names the kinds of issuer, and single ones to allow or deny.
    var line = line(IDENTITY);
    var distrusted = repeat(ISSUER_NOT_TRUSTED, IDENTITY, THEM);
    var excluded = repeat(ISSUER_CATEGORY_EXCLUDED, IDENTITY, THEM);
    var theirs = aCheck(IDENTITY).theirs();
    return Stream.of(
        row("no policy adopted", line, noPolicy(), distrusted, theirs),
        row("no rule for the item", line, policy(accept("DBS")), distrusted, theirs),
        row("category accepted", line, policy(accept("*", NHS_TRUST)), reused(), theirs),
        row("category excluded", line, policy(accept("*", HOSPICE, ICB)), excluded, theirs),
        row("no category accepted", line, policy(acceptNobody()), excluded, theirs),
        row(
            "allowed by name",
            line,
            policy(lists("*", List.of(THEM), List.of())),
            reused(),
            theirs),
        row(
            "others allowed by name",
            line,
            policy(lists("*", List.of("RW3"), List.of())),
            excluded,
            theirs),
        row(
            "denied by name",
            line,
            policy(lists("*", List.of(), List.of(THEM))),
            distrusted,
            theirs),
        row(
            "deny beats allow",
            line,
            policy(lists("*", List.of(THEM), List.of(THEM))),
            distrusted,
            theirs),
        row(
            "deny beats the category",
            line,
            policy(lists("*", List.of(), List.of(THEM))),
            distrusted,
            aCheck(IDENTITY).by(THEM, ICB)),
        row(
            "others denied by name",
            line,
            policy(lists("*", List.of(), List.of("RW3"))),
            reused(),
            aCheck(IDENTITY).by(THEM, ICB)));
  }

  private static Stream<Row> precedence() {
    // The most specific rule decides: exact beats prefix beats star, wherever it stands.
    var theirs = aTraining("CSTF_FIRE").theirs();
    var line = training("CSTF_FIRE");
    var yes = NHS_TRUST;
    var no = HOSPICE;
    var excluded = repeat(ISSUER_CATEGORY_EXCLUDED, THEM);
    return Stream.of(
        row(
            "exact beats prefix",
            line,
            policy(accept("CSTF_*", no), accept("CSTF_FIRE", yes)),
            reused(),
            theirs),
        row(
            "exact beats prefix, against",
            line,
            policy(accept("CSTF_FIRE", no), accept("CSTF_*", yes)),
            excluded,
            theirs),
        row(
            "exact beats the prefix of all of it",
            line,
            policy(accept("CSTF_FIRE*", no), accept("CSTF_FIRE", yes)),
            reused(),
            theirs),
        row(
            "prefix beats star",
            line,
            policy(accept("*", no), accept("CSTF_*", yes)),
            reused(),
            theirs),
        row(
            "prefix beats star, against",
            line,
            policy(accept("CSTF_*", no), accept("*", yes)),
            excluded,
            theirs),
        row(
            "longer prefix beats shorter",
            line,
            policy(accept("CSTF_*", no), accept("CSTF_F*", yes)),
            reused(),
            theirs),
        row(
            "exact beats star",
            line,
            policy(accept("*", no), accept("CSTF_FIRE", yes)),
            reused(),
            theirs),
        row("star is for all", line, policy(accept("*", yes)), reused(), theirs),
        row(
            "another prefix says nothing",
            line,
            policy(accept("NVC_*", yes)),
            repeat(ISSUER_NOT_TRUSTED, THEM),
            theirs),
        row(
            "of two alike the first",
            line,
            policy(accept("CSTF_*", yes), accept("CSTF_*", no)),
            reused(),
            theirs),
        row(
            "a denial in a wider rule is not asked",
            line,
            policy(lists("*", List.of(), List.of(THEM)), accept("CSTF_FIRE", yes)),
            reused(),
            theirs));
  }

  private static Stream<Row> identity() {
    // GPG 45: a policy may ask more of others' identity checks than the role does.
    var line = line(IDENTITY, MEDIUM);
    var asked = policy(fromIdentityLevel(HIGH));
    return Stream.of(
        row(
            "identity as the policy asks",
            line,
            asked,
            reused(),
            aCheck(IDENTITY).level(HIGH).theirs()),
        row(
            "identity below the policy",
            line,
            asked,
            repeat(IDENTITY_LEVEL_TOO_LOW, IDENTITY, THEM),
            aCheck(IDENTITY).level(MEDIUM).theirs()),
        row(
            "identity below the role",
            line,
            trusting(),
            repeat(IDENTITY_LEVEL_TOO_LOW, IDENTITY, THEM),
            aCheck(IDENTITY).level(LOW).theirs()),
        row(
            "identity without a level",
            line(IDENTITY),
            asked,
            repeat(IDENTITY_LEVEL_TOO_LOW, IDENTITY, THEM),
            aCheck(IDENTITY).theirs()),
        row("own identity below the policy", line, asked, own(), aCheck(IDENTITY).level(MEDIUM)));
  }

  private static Stream<Row> ages() {
    // Refresh periods differ between organisations: the stricter of role and policy counts.
    var done = LocalDate.of(2025, 6, 15);
    var yearOn = done.plusYears(1);
    var theirs = aCheck(REFERENCES).completedOn(done).theirs();
    var limit = policy(youngerThan("REFERENCES", 12));
    var tooOld = repeat(TOO_OLD_FOR_POLICY, REFERENCES, THEM);
    return Stream.of(
        row("policy's last day", line(REFERENCES), limit, reused(yearOn), theirs).on(yearOn),
        row("policy's day after", line(REFERENCES), limit, tooOld, theirs).on(yearOn.plusDays(1)),
        row("policy stricter than role", aged(REFERENCES, 24), limit, reused(yearOn), theirs)
            .on(yearOn),
        row("role stricter than policy", aged(REFERENCES, 6), limit, tooOld, theirs).on(yearOn),
        row(
                "role stricter, last day",
                aged(REFERENCES, 6),
                limit,
                reused(done.plusMonths(6)),
                theirs)
            .on(done),
        row(
                "the policy is about others",
                line(REFERENCES),
                limit,
                own(),
                aCheck(REFERENCES).completedOn(done))
            .on(yearOn.plusYears(1)),
        row(
                "permission ends before the policy's limit",
                line(RIGHT_TO_VOLUNTEER),
                policy(youngerThan("*", 12)),
                reused(yearOn.minusDays(1)),
                aCheck(RIGHT_TO_VOLUNTEER)
                    .completedOn(done)
                    .validUntil(yearOn.minusDays(1))
                    .theirs())
            .on(done),
        row(
                "another's permission ended",
                line(RIGHT_TO_VOLUNTEER),
                trusting(),
                repeat(EXPIRED, RIGHT_TO_VOLUNTEER, THEM),
                aCheck(RIGHT_TO_VOLUNTEER).completedOn(done).validUntil(yearOn).theirs())
            .on(yearOn.plusDays(1)));
  }
}
