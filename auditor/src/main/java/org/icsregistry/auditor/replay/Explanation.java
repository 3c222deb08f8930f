package org.icsregistry.auditor.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.replay.History.Decision;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.passport.Check;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Training;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.icsregistry.contracts.rules.RoleProfile;
import org.jspecify.annotations.Nullable;

/**
 * Why a clearance was given: requirement by requirement of the version then in force, the evidence
 * it rests on, and how it stands by the rules at the moment of the question where nothing sealed is
 * needed for that.
 *
 * @param decidedAt log index of the decision
 * @param standing in force, or why it lapsed
 */
record Explanation(
    String organisation,
    String role,
    int roleVersion,
    int policyVersion,
    long decidedAt,
    String standing,
    List<Line> lines) {
  /**
   * @param evidence the item and who made it
   * @param byTheRules how the rule engine sees it now
   */
  record Line(String requirement, boolean blocking, String evidence, String byTheRules) {}

  static List<Explanation> of(History history, Passport passport, Cut cut) {
    List<Explanation> all = new ArrayList<>();
    for (Clearance clearance : passport.person().clearances().values()) {
      all.add(explain(history, passport, clearance, cut));
    }
    return all;
  }

  private static Explanation explain(
      History history, Passport passport, Clearance clearance, Cut cut) {
    return new Explanation(
        clearance.partner(),
        clearance.roleId(),
        clearance.roleVersion(),
        clearance.policyVersion(),
        history.decision(passport.subject(), clearance).map(Decision::index).orElse(-1L),
        clearance.lapsedFor() == null ? "in force" : "lapsed: " + clearance.lapsedFor(),
        lines(history, passport.person(), clearance, cut));
  }

  private static List<Line> lines(History history, Person person, Clearance clearance, Cut cut) {
    var profile = history.role(clearance.roleId()).flatMap(r -> version(r, clearance));
    if (profile.isEmpty()) {
      return List.of();
    }
    var policy = history.partner(clearance.partner()).policyOn(cut.day());
    return Assessment.assess(profile.get(), policy, unsealed(person), cut.day()).stream()
        .map(requirement -> line(requirement, person, clearance))
        .toList();
  }

  private static Optional<RoleProfile> version(Role role, Clearance clearance) {
    return role.versions().stream()
        .map(Role.Version::profile)
        .filter(profile -> profile.version() == clearance.roleVersion())
        .findFirst();
  }

  /** What the rules may look at without a key. */
  private static Holdings unsealed(Person person) {
    return person.holdings(_ -> Optional.empty());
  }

  private static Line line(Requirement requirement, Person person, Clearance clearance) {
    RequirementLine line = requirement.line();
    String evidence =
        clearance.evidence().stream()
            .filter(e -> e.requirement().equals(line.code()))
            .map(e -> text(e, person))
            .findFirst()
            .orElse("none named");
    String rules =
        switch (line) {
          case TrainingLine _ -> requirement.status().getClass().getSimpleName();
          case CheckLine _, AgeLine _ -> "rests on a sealed value";
        };
    return new Line(line.code(), line.blocking(), evidence, rules);
  }

  private static String text(Evidence e, Person person) {
    Check check = person.checks().get(e.itemId());
    Training training = person.trainings().get(e.itemId());
    String when = "";
    @Nullable Object withdrawn = null;
    if (check != null) {
      when = " completed " + check.completedOn();
      withdrawn = check.withdrawnFor();
    } else if (training != null) {
      when = " completed " + training.completedOn();
      withdrawn = training.withdrawnFor();
    }
    return "item %s of %s%s%s%s"
        .formatted(
            e.itemId(),
            e.issuer(),
            when,
            e.reused() ? ", reused" : "",
            withdrawn == null ? "" : ", withdrawn since: " + withdrawn);
  }
}
