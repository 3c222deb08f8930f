package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.HeldItem.ACheck;
import org.icsregistry.contracts.rules.HeldItem.ATraining;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.jspecify.annotations.Nullable;

/** One row of the decision table: a line, a policy and what is held, and how the line stands. */
record Row(
    String name,
    RequirementLine line,
    RecognitionPolicy policy,
    @Nullable LocalDate dateOfBirth,
    LocalDate on,
    List<HeldCheck> checks,
    List<HeldTraining> trainings,
    RequirementStatus expected) {

  static Row row(
      String name,
      RequirementLine line,
      RecognitionPolicy policy,
      RequirementStatus expected,
      HeldItem... held) {
    var checks = new ArrayList<HeldCheck>();
    var trainings = new ArrayList<HeldTraining>();
    for (var item : held) {
      switch (item) {
        case ACheck c -> checks.add(c.build());
        case ATraining t -> trainings.add(t.build());
      }
    }
    return new Row(name, line, policy, Given.BIRTH, Given.TODAY, checks, trainings, expected);
  }

  Row on(LocalDate day) {
    return new Row(name, line, policy, dateOfBirth, day, checks, trainings, expected);
  }

  Row born(@Nullable LocalDate birth) {
    return new Row(name, line, policy, birth, on, checks, trainings, expected);
  }

  RequirementStatus assess() {
    var role = new RoleProfile("RBV.WARD_HELPER", 1, "Ward helper", List.of(line));
    var holdings = new Holdings(dateOfBirth, checks, trainings);
    return Assessment.assess(role, policy, holdings, on).getFirst().status();
  }

  @Override
  public String toString() {
    return name;
  }

  static RequirementStatus own() {
    return own(null);
  }

  static RequirementStatus own(@Nullable LocalDate until) {
    return new Met("item-1", Given.US, Basis.OWN, until);
  }

  static RequirementStatus reused() {
    return reused(null);
  }

  static RequirementStatus reused(@Nullable LocalDate until) {
    return new Met("item-1", Given.THEM, Basis.REUSED, until);
  }

  static RequirementStatus statusCheckNeeded() {
    return new StatusCheckNeeded("item-1", Given.THEM, WaitingOn.ORGANISATION, 1);
  }

  /** A check that is not there. */
  static RequirementStatus missing(ReasonCode reason, CheckCode check) {
    var turn = check == CheckCode.PARENTAL_CONSENT ? WaitingOn.THIRD_PARTY : WaitingOn.ORGANISATION;
    return new Gap(reason, NextStep.MAKE_CHECK, turn, days(check));
  }

  /** A training that is not there. */
  static RequirementStatus missing(ReasonCode reason) {
    return new Gap(reason, NextStep.TAKE_TRAINING, WaitingOn.VOLUNTEER, 7);
  }

  /** A check that does not satisfy. */
  static RequirementStatus repeat(ReasonCode reason, CheckCode check, String issuer) {
    return new Repeat(
        "item-1", issuer, reason, NextStep.REPEAT_CHECK, WaitingOn.ORGANISATION, days(check));
  }

  /** A training that does not satisfy. */
  static RequirementStatus repeat(ReasonCode reason, String issuer) {
    return new Repeat("item-1", issuer, reason, NextStep.REPEAT_TRAINING, WaitingOn.VOLUNTEER, 7);
  }

  /** Days a check takes where the line does not say; DBS: published average of enhanced checks. */
  private static int days(CheckCode check) {
    return switch (check) {
      case IDENTITY, RIGHT_TO_VOLUNTEER -> 1;
      case REFERENCES -> 10;
      case DBS -> 14;
      case WORK_HEALTH -> 7;
      case REGISTRATION -> 2;
      case PARENTAL_CONSENT -> 7;
      case YOUNG_PERSON_RISK_ASSESSMENT -> 3;
    };
  }
}
