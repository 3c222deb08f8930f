package org.icsregistry.local.demo;

import org.jspecify.annotations.Nullable;

/**
 * One thing a role asks for. Fields that do not apply to the kind are null.
 *
 * @param kind CHECK, TRAINING or AGE
 * @param code a check code, a training subject, or MIN_AGE and MAX_AGE
 * @param minLevel the floor; for MIN_AGE the age in years
 * @param maxLevel the legal ceiling; for MAX_AGE the age in years
 * @param minCount how many references
 * @param maxAgeMonths older evidence does not count
 * @param blocking nobody is cleared without it
 * @param mayStartSupervised a named approver may allow a supervised start while it is open
 * @param jurisdiction who sets the line: NATIONAL, ICS or PARTNER
 * @param typicalDays elapsed days to plan for
 */
public record RequirementLine(
    String kind,
    String code,
    @Nullable String minLevel,
    @Nullable String maxLevel,
    @Nullable String workforce,
    @Nullable String barredLists,
    @Nullable Integer minCount,
    @Nullable Integer maxAgeMonths,
    boolean blocking,
    boolean mayStartSupervised,
    String jurisdiction,
    int typicalDays) {

  static RequirementLine training(TrainingSubject subject) {
    return plain("TRAINING", subject.code(), subject.jurisdiction(), subject.typicalDays());
  }

  static RequirementLine minAge(int years) {
    return age("MIN_AGE", Integer.toString(years), null);
  }

  static RequirementLine maxAge(int years) {
    return age("MAX_AGE", null, Integer.toString(years));
  }

  private static RequirementLine plain(String kind, String code, String jurisdiction, int days) {
    return new RequirementLine(
        kind, code, null, null, null, null, null, null, true, false, jurisdiction, days);
  }

  private static RequirementLine age(
      String code, @Nullable String minLevel, @Nullable String maxLevel) {
    return new RequirementLine(
        "AGE", code, minLevel, maxLevel, null, null, null, null, true, false, "ICS", 0);
  }
}
