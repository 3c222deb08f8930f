package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.ReasonCode.*;

import java.time.LocalDate;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.jspecify.annotations.Nullable;

/**
 * One held check looked at for one line on one day; the rules are asked in the order of {@link
 * ReasonCode}. Sources: DBS Update Service employer guide (workforce, level, lists, consent,
 * original seen), NHS Employers role eligibility (legal maximum), GPG 45 (identity levels).
 *
 * @param rejected whether the relying partner said that it does not rely on this very item
 * @param rule what the relying partner says about items of this kind; absent for its own items and
 *     where it says nothing
 */
record CheckCase(
    CheckLine line,
    boolean own,
    boolean rejected,
    @Nullable RecognitionRule rule,
    HeldCheck item,
    UpdateService updateService,
    LocalDate on) {

  static CheckCase of(CheckLine line, RecognitionPolicy policy, HeldCheck item, LocalDate on) {
    boolean own = policy.owns(item.issuer());
    boolean rejected = item.rejectedBy().contains(policy.partner());
    var rule = own ? null : policy.ruleFor(line.code()).orElse(null);
    boolean asked = rule != null && rule.requireStatusCheck() && line.check() == CheckCode.DBS;
    var updateService = new UpdateService(item, asked, policy.statusCheckMonths(), on);
    return new CheckCase(line, own, rejected, rule, item, updateService, on);
  }

  /**
   * Whether the item has a say here. Another organisation's decision against somebody was made for
   * a role and a context there and does not follow them; what was completed later was not held yet.
   */
  boolean counts() {
    var finding = item.finding();
    return !item.completedOn().isAfter(on)
        && (own || finding == null || finding.outcome().positive());
  }

  Candidate candidate() {
    var finding = item.finding();
    var broken = finding == null ? ERASED : broken(finding);
    return new Candidate(
        item.itemId(),
        item.issuer(),
        own ? Basis.OWN : Basis.REUSED,
        broken,
        broken == null && updateService.statusCheckNeeded(),
        until());
  }

  private @Nullable ReasonCode broken(CheckFinding finding) {
    var broken = item.withdrawn() ? WITHDRAWN_BY_ISSUER : content(finding);
    if (broken == null && !own) {
      broken = reliance(finding);
    }
    if (broken == null) {
      broken = age(finding);
    }
    if (broken == null && !own && decidedForAnotherRole(finding.outcome())) {
      broken = LOCAL_RULE;
    }
    if (broken == null) {
      broken = updateService.broken(finding);
    }
    return broken == null && rejected ? REJECTED_HERE : broken;
  }

  /** Rules about what was checked. */
  private @Nullable ReasonCode content(CheckFinding finding) {
    if (!finding.outcome().positive()) {
      return OUTCOME_NOT_MET;
    }
    boolean identity = line.check() == CheckCode.IDENTITY;
    if (Coverage.below(line.minLevel(), finding.level())) {
      return identity ? IDENTITY_LEVEL_TOO_LOW : LEVEL_TOO_LOW;
    }
    if (identity && rule != null && Coverage.below(rule.requireIdentityLevel(), finding.level())) {
      return IDENTITY_LEVEL_TOO_LOW;
    }
    if (line.workforce() != null && !Coverage.of(line.workforce(), finding.workforce(), own)) {
      return WORKFORCE_MISMATCH;
    }
    if (line.barredLists() != null
        && !Coverage.of(line.barredLists(), finding.barredLists(), own)) {
      return BARRED_LIST_MISMATCH;
    }
    boolean tooFew =
        line.minCount() != null && (finding.count() == null || finding.count() < line.minCount());
    return tooFew ? TOO_FEW : null;
  }

  /** Rules for relying on another organisation's item. */
  private @Nullable ReasonCode reliance(CheckFinding finding) {
    if (line.maxLevel() != null && Coverage.below(finding.level(), line.maxLevel())) {
      return LEVEL_ABOVE_ENTITLEMENT;
    }
    if (line.check().onlyForTheYoung()) {
      return NOT_PORTABLE;
    }
    if (rule == null || rule.denies(item.issuer())) {
      return ISSUER_NOT_TRUSTED;
    }
    if (!rule.accepts(item.issuer(), item.issuerCategory())) {
      return ISSUER_CATEGORY_EXCLUDED;
    }
    boolean unseen = line.check() == CheckCode.DBS && finding.originalSeenOn() == null;
    return unseen ? ORIGINAL_NOT_SEEN : null;
  }

  private @Nullable ReasonCode age(CheckFinding finding) {
    if (Candidate.tooOld(item.completedOn(), line.maxAgeMonths(), on)
        || (rule != null && Candidate.tooOld(item.completedOn(), rule.maxAgeMonths(), on))) {
      return TOO_OLD_FOR_POLICY;
    }
    return finding.validUntil() != null && finding.validUntil().isBefore(on) ? EXPIRED : null;
  }

  /**
   * A risk assessment and a "not required" weighed a role there; here they have to be made anew.
   */
  private static boolean decidedForAnotherRole(CheckOutcome outcome) {
    return outcome == CheckOutcome.PLACED_AFTER_RISK_ASSESSMENT
        || outcome == CheckOutcome.NOT_REQUIRED;
  }

  private @Nullable LocalDate until() {
    var until = Candidate.lastDay(item.completedOn(), line.maxAgeMonths());
    if (item.finding() != null) {
      until = Candidate.earlier(until, item.finding().validUntil());
    }
    if (rule != null) {
      until = Candidate.earlier(until, Candidate.lastDay(item.completedOn(), rule.maxAgeMonths()));
    }
    return updateService.asked() ? Candidate.earlier(until, updateService.lastDay()) : until;
  }
}
