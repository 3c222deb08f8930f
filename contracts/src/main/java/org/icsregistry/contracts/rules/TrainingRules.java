package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.ReasonCode.*;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.jspecify.annotations.Nullable;

/**
 * Which training record satisfies a line. Source: CSTF and the StatMand MoU (evidence, refresh
 * periods, portability).
 */
final class TrainingRules {

  /** E-learning is half an hour a subject; a week allows for finding the time. */
  private static final int USUAL_DAYS = 7;

  private TrainingRules() {}

  static RequirementStatus status(
      TrainingLine line, RecognitionPolicy policy, List<HeldTraining> held, LocalDate on) {
    var candidates =
        held.stream()
            .filter(h -> line.acceptsSubject(h.training()))
            .map(h -> look(line, policy, h, on))
            .toList();
    var best = Candidate.best(candidates);
    int days = line.typicalDays() == null ? USUAL_DAYS : line.typicalDays();
    if (best.isEmpty()) {
      return new Gap(NOT_HELD, NextStep.TAKE_TRAINING, WaitingOn.VOLUNTEER, days);
    }
    var item = best.get();
    if (item.broken() == null) {
      return item.met();
    }
    return item.broken() == WITHDRAWN_BY_ISSUER
        ? new Gap(WITHDRAWN_BY_ISSUER, NextStep.TAKE_TRAINING, WaitingOn.VOLUNTEER, days)
        : new Repeat(
            item.itemId(),
            item.issuer(),
            item.broken(),
            NextStep.REPEAT_TRAINING,
            WaitingOn.VOLUNTEER,
            days);
  }

  private static Candidate look(
      TrainingLine line, RecognitionPolicy policy, HeldTraining item, LocalDate on) {
    boolean own = item.issuer().equals(policy.partner());
    var rule = own ? null : policy.ruleFor(item.training()).orElse(null);
    var until = Candidate.lastDay(item.completedOn(), line.maxAgeMonths());
    if (rule != null) {
      until = Candidate.earlier(until, Candidate.lastDay(item.completedOn(), rule.maxAgeMonths()));
    }
    var broken = aboutTheItem(line, item, on);
    if (broken == null && !own) {
      broken = aboutReuse(line, rule, item, on);
    }
    return new Candidate(
        item.itemId(), item.issuer(), own ? Basis.OWN : Basis.REUSED, broken, false, until);
  }

  private static @Nullable ReasonCode aboutTheItem(
      TrainingLine line, HeldTraining item, LocalDate on) {
    if (item.withdrawn()) {
      return WITHDRAWN_BY_ISSUER;
    }
    if (item.evidence() == EvidenceType.SELF_DECLARED) {
      return SELF_DECLARED_ONLY;
    }
    return CheckRules.tooOld(item.completedOn(), line.maxAgeMonths(), on)
        ? TOO_OLD_FOR_POLICY
        : null;
  }

  private static @Nullable ReasonCode aboutReuse(
      TrainingLine line, @Nullable RecognitionRule rule, HeldTraining item, LocalDate on) {
    if (!line.portable()) {
      return NOT_PORTABLE;
    }
    if (rule == null || rule.denies(item.issuer())) {
      return ISSUER_NOT_TRUSTED;
    }
    if (!rule.accepts(item.issuer(), item.issuerCategory())) {
      return ISSUER_CATEGORY_EXCLUDED;
    }
    return CheckRules.tooOld(item.completedOn(), rule.maxAgeMonths(), on)
        ? TOO_OLD_FOR_POLICY
        : null;
  }
}
