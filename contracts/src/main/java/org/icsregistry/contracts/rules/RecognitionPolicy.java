package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One version of a partner's recognition policy.
 *
 * @param version counts from 1; 0 is the policy of a partner that has adopted none and accepts only
 *     its own items
 * @param statusCheckMonths how long an Update Service status check counts, in months
 * @param predecessors organisations that go on in this one; their items are its own
 */
public record RecognitionPolicy(
    String partner,
    int version,
    LocalDate effectiveFrom,
    List<RecognitionRule> rules,
    int statusCheckMonths,
    List<String> predecessors) {

  /** Of a partner that succeeds nobody. */
  public RecognitionPolicy(
      String partner,
      int version,
      LocalDate effectiveFrom,
      List<RecognitionRule> rules,
      int statusCheckMonths) {
    this(partner, version, effectiveFrom, rules, statusCheckMonths, List.of());
  }

  /** What holds for a partner that has not adopted a policy. */
  public static RecognitionPolicy none(String partner) {
    return new RecognitionPolicy(partner, 0, LocalDate.EPOCH, List.of(), 1);
  }

  /** The same policy of a partner in which these organisations go on. */
  public RecognitionPolicy succeeding(List<String> organisations) {
    return new RecognitionPolicy(
        partner, version, effectiveFrom, rules, statusCheckMonths, organisations);
  }

  /** Whether an item of this issuer needs no recognition. */
  public boolean owns(String issuer) {
    return issuer.equals(partner) || predecessors.contains(issuer);
  }

  Optional<RecognitionRule> ruleFor(String code) {
    return rules.stream()
        .filter(rule -> rule.appliesTo(code))
        .max(Comparator.comparingInt(RecognitionRule::specificity));
  }
}
