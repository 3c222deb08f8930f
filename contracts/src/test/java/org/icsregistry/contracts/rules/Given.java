package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.jspecify.annotations.Nullable;

/** The lines and policies that the rows of the decision table start from. */
final class Given {

  /** The partner whose role it is, and another trust. */
  static final String US = "RBV";

  static final String THEM = "RM3";

  static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  /** An adult's. */
  static final LocalDate BIRTH = LocalDate.of(1987, 5, 4);

  private Given() {}

  static CheckLine line(CheckCode check) {
    return line(check, null, null, null, null, null, null);
  }

  static CheckLine line(CheckCode check, CheckLevel minLevel) {
    return line(check, minLevel, null, null, null, null, null);
  }

  /** A DBS line with floor and legal maximum. */
  static CheckLine dbs(CheckLevel minLevel, CheckLevel maxLevel) {
    return line(CheckCode.DBS, minLevel, maxLevel, null, null, null, null);
  }

  static CheckLine dbs(Workforce workforce) {
    return line(CheckCode.DBS, null, null, workforce, null, null, null);
  }

  static CheckLine dbs(BarredLists lists) {
    return line(CheckCode.DBS, null, null, null, lists, null, null);
  }

  static CheckLine references(int count) {
    return line(CheckCode.REFERENCES, null, null, null, null, count, null);
  }

  static CheckLine aged(CheckCode check, int maxAgeMonths) {
    return line(check, null, null, null, null, null, maxAgeMonths);
  }

  static CheckLine line(
      CheckCode check,
      @Nullable CheckLevel minLevel,
      @Nullable CheckLevel maxLevel,
      @Nullable Workforce workforce,
      @Nullable BarredLists lists,
      @Nullable Integer minCount,
      @Nullable Integer maxAgeMonths) {
    return new CheckLine(
        check,
        minLevel,
        maxLevel,
        workforce,
        lists,
        minCount,
        maxAgeMonths,
        true,
        false,
        Jurisdiction.NATIONAL,
        null);
  }

  static TrainingLine training(String subject, String... satisfiedBy) {
    return training(subject, null, true, satisfiedBy);
  }

  static TrainingLine training(
      String subject, @Nullable Integer maxAgeMonths, boolean portable, String... satisfiedBy) {
    return new TrainingLine(
        subject, List.of(satisfiedBy), maxAgeMonths, portable, true, false, Jurisdiction.ICS, null);
  }

  static AgeLine age(@Nullable Integer min, @Nullable Integer max) {
    return new AgeLine(min, max, true, false, Jurisdiction.PARTNER, null);
  }

  /** A policy of ours with these rules; a status check counts for three months. */
  static RecognitionPolicy policy(RecognitionRule... rules) {
    return new RecognitionPolicy(US, 1, TODAY.minusYears(1), List.of(rules), 3);
  }

  static RecognitionPolicy noPolicy() {
    return RecognitionPolicy.none(US);
  }

  /** Accepts everything that trusts record. */
  static RecognitionPolicy trusting() {
    return policy(accept("*"));
  }

  static RecognitionRule accept(String item) {
    return accept(item, IssuerCategory.NHS_TRUST);
  }

  static RecognitionRule acceptNobody() {
    return new RecognitionRule("*", List.of(), null, null, null, false, null);
  }

  static RecognitionRule accept(String item, IssuerCategory... from) {
    return new RecognitionRule(item, List.of(from), null, null, null, false, null);
  }

  static RecognitionRule lists(String item, List<String> allowed, List<String> denied) {
    return new RecognitionRule(
        item, List.of(IssuerCategory.ICB), allowed, denied, null, false, null);
  }

  static RecognitionRule youngerThan(String item, int maxAgeMonths) {
    return new RecognitionRule(
        item, List.of(IssuerCategory.NHS_TRUST), null, null, maxAgeMonths, false, null);
  }

  static RecognitionRule withStatusCheck(String item) {
    return new RecognitionRule(
        item, List.of(IssuerCategory.NHS_TRUST), null, null, null, true, null);
  }

  static RecognitionRule fromIdentityLevel(CheckLevel level) {
    return new RecognitionRule(
        "IDENTITY", List.of(IssuerCategory.NHS_TRUST), null, null, null, false, level);
  }
}
