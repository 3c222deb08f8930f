package org.icsregistry.registry.role;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.HashSet;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.jspecify.annotations.Nullable;

/** What makes a requirement line sensible and lawful. */
final class ProfileRules {

  private ProfileRules() {}

  static void check(RequirementLine line) {
    switch (line) {
      case CheckLine check -> check(check);
      case TrainingLine training -> check(training);
      case AgeLine age -> check(age);
    }
  }

  static void noLineTwice(List<RequirementLine> lines) {
    var seen = new HashSet<String>();
    lines.forEach(line -> {
      if (!seen.add(line.code())) {
        throw invalid(line, "each code once", line.code() + " twice");
      }
    });
  }

  /**
   * A DBS line needs floor and ceiling: asking above what a role is eligible for is unlawful.
   * Source: NHS Employers.
   */
  private static void check(CheckLine line) {
    ofThisCheck(line, line.minLevel());
    ofThisCheck(line, line.maxLevel());
    if (line.check() == CheckCode.DBS && (line.minLevel() == null || line.maxLevel() == null)) {
      throw invalid(line, "a minLevel and the legal maxLevel", "a DBS line without one of them");
    }
    if (line.minLevel() != null
        && line.maxLevel() != null
        && !line.maxLevel().covers(line.minLevel())) {
      throw new Refusal(
          LEGAL_MAXIMUM_EXCEEDED,
          "a minLevel at or below the role's legal maximum " + line.maxLevel(),
          "minLevel " + line.minLevel(),
          "lower minLevel, or have the role's eligibility settled by the NHS Employers handbook");
    }
    if (line.check() != CheckCode.DBS && (line.workforce() != null || line.barredLists() != null)) {
      throw invalid(
          line,
          "workforce and barredLists on DBS lines only",
          "one of them on a " + line.check() + " line");
    }
    if (line.check() != CheckCode.REFERENCES && line.minCount() != null) {
      throw invalid(
          line, "minCount on REFERENCES lines only", "minCount on a " + line.check() + " line");
    }
  }

  private static void ofThisCheck(CheckLine line, @Nullable CheckLevel level) {
    if (level != null && level.check() != line.check()) {
      throw invalid(line, "a level of " + line.check(), level + ", a level of " + level.check());
    }
  }

  private static void check(TrainingLine line) {
    if (line.satisfiedBy() != null && line.satisfiedBy().contains(line.training())) {
      throw invalid(line, "other subjects in satisfiedBy", "the line's own subject");
    }
  }

  private static void check(AgeLine line) {
    if (line.minAge() == null && line.maxAge() == null) {
      throw invalid(line, "a minAge or a maxAge", "neither");
    }
    if (line.minAge() != null && line.maxAge() != null && line.minAge() > line.maxAge()) {
      throw invalid(line, "minAge at or below maxAge", line.minAge() + " above " + line.maxAge());
    }
  }

  private static Refusal invalid(RequirementLine line, String expected, String received) {
    return new Refusal(
        REQUIREMENT_INVALID,
        line.code() + ": " + expected,
        received,
        "correct the line and send the command again");
  }
}
