package org.icsregistry.bench.journey;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.icsregistry.contracts.rules.RecognitionRule;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.icsregistry.contracts.rules.RoleProfile;

/**
 * One person against one role, again and again: a ward helper's fourteen lines, half of them held
 * at another partner and half of them twice.
 */
public final class Assessing {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<String> TRAININGS =
      List.of(
          "CSTF_EDHR",
          "CSTF_HSW",
          "CSTF_FIRE",
          "CSTF_IPC1",
          "CSTF_SGA1",
          "CSTF_IGDS",
          "CSTF_MH1",
          "LOCAL_INDUCTION");
  private static final double MICROSECOND = 1e3;
  private static final int AT_ONCE = 1_000;

  private final RoleProfile role = new RoleProfile("QOP.WARD_HELPER", 1, "Ward helper", lines());
  private final RecognitionPolicy policy =
      new RecognitionPolicy("R0A", 1, LocalDate.EPOCH, List.of(rule("*"), rule("DBS")), 12);
  private final Holdings holdings = new Holdings(LocalDate.of(1980, 2, 3), checks(), trainings());
  private long met;

  /**
   * @param time how long; as long again before, to warm up
   * @return microseconds for each assessment, the median of thousands at a time
   */
  public double microseconds(Duration time) {
    var _ = run(time);
    var sorted = run(time).stream().sorted().toList();
    return sorted.get(sorted.size() / 2) / MICROSECOND / AT_ONCE;
  }

  /** How many lines were met in all; whoever asks makes sure that nothing is optimised away. */
  public long met() {
    return met;
  }

  private List<Long> run(Duration time) {
    var nanos = new ArrayList<Long>();
    long end = System.nanoTime() + time.toNanos();
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      for (int i = 0; i < AT_ONCE; i++) {
        met +=
            Assessment.assess(role, policy, holdings, TODAY).stream()
                .filter(r -> r.status().satisfied())
                .count();
      }
      nanos.add(System.nanoTime() - start);
    }
    return nanos;
  }

  private static List<RequirementLine> lines() {
    var lines = new ArrayList<RequirementLine>();
    lines.add(new AgeLine(16, null, true, false, Jurisdiction.ICS, null));
    for (var check :
        List.of(
            CheckCode.IDENTITY,
            CheckCode.RIGHT_TO_VOLUNTEER,
            CheckCode.REFERENCES,
            CheckCode.DBS,
            CheckCode.WORK_HEALTH)) {
      boolean dbs = check == CheckCode.DBS;
      lines.add(
          new CheckLine(
              check,
              dbs ? CheckLevel.ENHANCED : null,
              dbs ? CheckLevel.ENHANCED : null,
              dbs ? Workforce.ADULT : null,
              dbs ? BarredLists.NONE : null,
              null,
              36,
              true,
              false,
              Jurisdiction.NATIONAL,
              null));
    }
    TRAININGS.forEach(subject ->
        lines.add(new TrainingLine(subject, null, 36, true, true, false, Jurisdiction.ICS, null)));
    return lines;
  }

  private static RecognitionRule rule(String item) {
    return new RecognitionRule(
        item, List.of(IssuerCategory.NHS_TRUST), null, null, 36, item.equals("DBS"), null);
  }

  private static List<HeldCheck> checks() {
    var held = new ArrayList<HeldCheck>();
    for (var line : lines()) {
      if (line instanceof CheckLine check) {
        held.add(check(check, "RBV", 20));
        held.add(check(check, "R0A", held.size() % 4 == 0 ? 40 : 2));
      }
    }
    return held;
  }

  private static HeldCheck check(CheckLine line, String issuer, int monthsAgo) {
    var finding =
        new CheckFinding(
            line.check() == CheckCode.DBS ? CheckOutcome.CLEAR_TO_PLACE : CheckOutcome.MET,
            line.minLevel(),
            line.workforce(),
            line.barredLists(),
            null,
            TODAY.minusMonths(monthsAgo),
            true,
            true,
            null);
    return new HeldCheck(
        UUID.randomUUID().toString(),
        line.check(),
        issuer,
        IssuerCategory.NHS_TRUST,
        TODAY.minusMonths(monthsAgo),
        finding,
        false,
        null,
        null,
        List.of());
  }

  private static List<HeldTraining> trainings() {
    var held = new ArrayList<HeldTraining>();
    for (var subject : TRAININGS) {
      for (var issuer : held.size() % 2 == 0 ? List.of("RBV", "R0A") : List.of("RBV")) {
        held.add(
            new HeldTraining(
                UUID.randomUUID().toString(),
                subject,
                issuer,
                IssuerCategory.NHS_TRUST,
                EvidenceType.LMS_RECORD,
                TODAY.minusMonths(5),
                false));
      }
    }
    return held;
  }
}
