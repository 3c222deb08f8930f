package org.icsregistry.registry.domain;

import java.util.List;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.jspecify.annotations.Nullable;

/** Requirement lines. */
final class Lines {

  private Lines() {}

  static List<RequirementLine> ward() {
    return List.of(
        identity(CheckLevel.MEDIUM),
        dbs(CheckLevel.ENHANCED, CheckLevel.ENHANCED),
        training("CSTF_FIRE", null),
        age(16, null));
  }

  /** References that may follow while somebody stays beside the person. */
  static CheckLine supervisedReferences() {
    return supervised(CheckCode.REFERENCES);
  }

  static CheckLine supervisedIdentity() {
    return supervised(CheckCode.IDENTITY);
  }

  private static CheckLine supervised(CheckCode check) {
    return new CheckLine(
        check, null, null, null, null, null, null, true, true, Jurisdiction.ICS, null);
  }

  static CheckLine identity(CheckLevel minimum) {
    return check(CheckCode.IDENTITY, minimum, null, null, null, null);
  }

  static CheckLine dbs(@Nullable CheckLevel minimum, @Nullable CheckLevel maximum) {
    return check(CheckCode.DBS, minimum, maximum, Workforce.ADULT, null, null);
  }

  static CheckLine check(
      CheckCode check,
      @Nullable CheckLevel minimum,
      @Nullable CheckLevel maximum,
      @Nullable Workforce workforce,
      @Nullable BarredLists lists,
      @Nullable Integer count) {
    return new CheckLine(
        check,
        minimum,
        maximum,
        workforce,
        lists,
        count,
        null,
        true,
        false,
        Jurisdiction.NATIONAL,
        null);
  }

  static TrainingLine training(String subject, @Nullable List<String> satisfiedBy) {
    return new TrainingLine(
        subject, satisfiedBy, 24, true, true, false, Jurisdiction.NATIONAL, null);
  }

  static AgeLine age(@Nullable Integer minimum, @Nullable Integer maximum) {
    return new AgeLine(minimum, maximum, true, false, Jurisdiction.PARTNER, null);
  }
}
