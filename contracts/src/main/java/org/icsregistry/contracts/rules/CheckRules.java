package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.ReasonCode.*;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.jspecify.annotations.Nullable;

/**
 * Which check satisfies a line. Sources: DBS Update Service employer guide (same workforce, level,
 * lists, entitlement, consent, original seen), NHS Employers role eligibility (legal maximum), GPG
 * 45 (identity levels).
 */
final class CheckRules {

  /**
   * Days a check of each kind usually takes where the line does not say; DBS: published average of
   * enhanced checks.
   */
  private static int usualDays(CheckCode check) {
    return switch (check) {
      case IDENTITY, RIGHT_TO_VOLUNTEER -> 1;
      case REFERENCES -> 10;
      case DBS -> 14;
      case WORK_HEALTH -> 7;
      case REGISTRATION -> 2;
    };
  }

  private CheckRules() {}

  static RequirementStatus status(
      CheckLine line, RecognitionPolicy policy, List<HeldCheck> held, LocalDate on) {
    var candidates =
        held.stream()
            .filter(h -> h.check() == line.check())
            .map(h -> look(line, policy, h, on))
            .toList();
    var best = Candidate.best(candidates);
    int days = line.typicalDays() == null ? usualDays(line.check()) : line.typicalDays();
    if (best.isEmpty()) {
      return new Gap(NOT_HELD, NextStep.MAKE_CHECK, WaitingOn.ORGANISATION, days);
    }
    var item = best.get();
    if (item.satisfies()) {
      return item.met();
    }
    if (item.broken() == null) {
      return new StatusCheckNeeded(item.itemId(), item.issuer(), WaitingOn.ORGANISATION, 1);
    }
    return switch (item.broken()) {
      case ERASED, WITHDRAWN_BY_ISSUER ->
          new Gap(item.broken(), NextStep.MAKE_CHECK, WaitingOn.ORGANISATION, days);
      default ->
          new Repeat(
              item.itemId(),
              item.issuer(),
              item.broken(),
              NextStep.REPEAT_CHECK,
              WaitingOn.ORGANISATION,
              days);
    };
  }

  private static Candidate look(
      CheckLine line, RecognitionPolicy policy, HeldCheck item, LocalDate on) {
    boolean own = item.issuer().equals(policy.partner());
    var rule = own ? null : policy.ruleFor(line.code()).orElse(null);
    var until = Candidate.lastDay(item.completedOn(), line.maxAgeMonths());
    if (item.finding() != null) {
      until = Candidate.earlier(until, item.finding().validUntil());
    }
    if (rule != null) {
      until = Candidate.earlier(until, Candidate.lastDay(item.completedOn(), rule.maxAgeMonths()));
    }
    var broken = aboutTheItem(line, item, on);
    if (broken == null && !own) {
      broken = aboutReuse(line, rule, item, on);
    }
    boolean statusCheck =
        broken == null
            && rule != null
            && rule.requireStatusCheck()
            && line.check() == CheckCode.DBS;
    if (statusCheck) {
      broken = aboutTheUpdateService(item);
    }
    boolean stale =
        item.statusCheckedOn() == null
            || item.statusCheckedOn().plusMonths(policy.statusCheckMonths()).isBefore(on);
    if (statusCheck && item.statusCheckedOn() != null) {
      until =
          Candidate.earlier(until, item.statusCheckedOn().plusMonths(policy.statusCheckMonths()));
    }
    return new Candidate(
        item.itemId(),
        item.issuer(),
        own ? Basis.OWN : Basis.REUSED,
        broken,
        statusCheck && broken == null && stale,
        until);
  }

  /** Rules that hold for a partner's own items as well. */
  private static @Nullable ReasonCode aboutTheItem(CheckLine line, HeldCheck item, LocalDate on) {
    if (item.withdrawn()) {
      return WITHDRAWN_BY_ISSUER;
    }
    var finding = item.finding();
    if (finding == null) {
      return ERASED;
    }
    if (!finding.outcome().positive()) {
      return OUTCOME_NOT_MET;
    }
    if (line.minLevel() != null
        && (finding.level() == null || !finding.level().covers(line.minLevel()))) {
      return line.check() == CheckCode.IDENTITY ? IDENTITY_LEVEL_TOO_LOW : LEVEL_TOO_LOW;
    }
    if (line.workforce() != null && !covers(finding.workforce(), line.workforce())) {
      return WORKFORCE_MISMATCH;
    }
    if (line.barredLists() != null && !covers(finding.barredLists(), line.barredLists())) {
      return BARRED_LIST_MISMATCH;
    }
    if (line.minCount() != null && (finding.count() == null || finding.count() < line.minCount())) {
      return TOO_FEW;
    }
    if (tooOld(item.completedOn(), line.maxAgeMonths(), on)) {
      return TOO_OLD_FOR_POLICY;
    }
    return finding.validUntil() != null && finding.validUntil().isBefore(on) ? EXPIRED : null;
  }

  /** Rules for relying on another organisation's item. */
  private static @Nullable ReasonCode aboutReuse(
      CheckLine line, @Nullable RecognitionRule rule, HeldCheck item, LocalDate on) {
    CheckFinding finding = item.finding();
    if (finding == null) {
      return ERASED;
    }
    if (line.maxLevel() != null
        && finding.level() != null
        && !line.maxLevel().covers(finding.level())) {
      return LEVEL_ABOVE_ENTITLEMENT;
    }
    if (rule == null || rule.denies(item.issuer())) {
      return ISSUER_NOT_TRUSTED;
    }
    if (!rule.accepts(item.issuer(), item.issuerCategory())) {
      return ISSUER_CATEGORY_EXCLUDED;
    }
    if (rule.requireIdentityLevel() != null
        && line.check() == CheckCode.IDENTITY
        && (finding.level() == null || !finding.level().covers(rule.requireIdentityLevel()))) {
      return IDENTITY_LEVEL_TOO_LOW;
    }
    if (line.check() == CheckCode.DBS && finding.originalSeenOn() == null) {
      return ORIGINAL_NOT_SEEN;
    }
    if (tooOld(item.completedOn(), rule.maxAgeMonths(), on)) {
      return TOO_OLD_FOR_POLICY;
    }
    // A decision after a risk assessment was made for another role; the relying partner has to make
    // its own.
    return finding.outcome() == CheckOutcome.PLACED_AFTER_RISK_ASSESSMENT ? LOCAL_RULE : null;
  }

  private static @Nullable ReasonCode aboutTheUpdateService(HeldCheck item) {
    CheckFinding finding = item.finding();
    if (finding == null) {
      return ERASED;
    }
    if (!Boolean.TRUE.equals(finding.updateService())) {
      return NOT_ON_UPDATE_SERVICE;
    }
    if (!Boolean.TRUE.equals(finding.statusCheckConsent())) {
      return CONSENT_MISSING;
    }
    return item.status() == StatusResult.NOT_CURRENT ? NEW_INFORMATION : null;
  }

  static boolean tooOld(LocalDate completedOn, @Nullable Integer maxAgeMonths, LocalDate on) {
    return maxAgeMonths != null && completedOn.plusMonths(maxAgeMonths).isBefore(on);
  }

  private static boolean covers(@Nullable Workforce held, Workforce required) {
    return held == required
        || (held == Workforce.CHILD_AND_ADULT
            && (required == Workforce.ADULT || required == Workforce.CHILD));
  }

  private static boolean covers(@Nullable BarredLists held, BarredLists required) {
    return held == required
        || required == BarredLists.NONE
        || (held == BarredLists.BOTH
            && (required == BarredLists.ADULTS || required == BarredLists.CHILDREN));
  }
}
