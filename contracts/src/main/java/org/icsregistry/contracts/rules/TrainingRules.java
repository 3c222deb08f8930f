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
            .filter(h -> line.acceptsSubject(h.training()) && !h.completedOn().isAfter(on))
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
    boolean own = policy.owns(item.issuer());
    var rule = own ? null : policy.ruleFor(item.training()).orElse(null);
    var until = Candidate.lastDay(item.completedOn(), line.maxAgeMonths());
    if (rule != null) {
      until = Candidate.earlier(until, Candidate.lastDay(item.completedOn(), rule.maxAgeMonths()));
    }
    return new Candidate(
        item.itemId(),
        item.issuer(),
        own ? Basis.OWN : Basis.REUSED,
        broken(line, own, rule, item, on),
        false,
        until);
  }

  private static @Nullable ReasonCode broken(
      TrainingLine line,
      boolean own,
      @Nullable RecognitionRule rule,
      HeldTraining item,
      LocalDate on) {
    if (item.withdrawn()) {
      return WITHDRAWN_BY_ISSUER;
    }
    if (item.evidence() == EvidenceType.SELF_DECLARED) {
      return SELF_DECLARED_ONLY;
    }
    var reliance = own ? null : reliance(line, rule, item);
    if (reliance != null) {
      return reliance;
    }
    boolean tooOld =
        Candidate.tooOld(item.completedOn(), line.maxAgeMonths(), on)
            || (rule != null && Candidate.tooOld(item.completedOn(), rule.maxAgeMonths(), on));
    return tooOld ? TOO_OLD_FOR_POLICY : null;
  }

  /** Rules for relying on another organisation's record. */
  private static @Nullable ReasonCode reliance(
      TrainingLine line, @Nullable RecognitionRule rule, HeldTraining item) {
    if (!line.portable()) {
      return NOT_PORTABLE;
    }
    if (rule == null || rule.denies(item.issuer())) {
      return ISSUER_NOT_TRUSTED;
    }
    return rule.accepts(item.issuer(), item.issuerCategory()) ? null : ISSUER_CATEGORY_EXCLUDED;
  }
}
