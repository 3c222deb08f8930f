package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.jspecify.annotations.Nullable;

/**
 * One held item looked at for one line: the first rule it breaks, if any.
 *
 * @param until last day on which it satisfies the line
 * @param statusCheckNeeded it would do after a status check
 */
record Candidate(
    String itemId,
    String issuer,
    Basis basis,
    @Nullable ReasonCode broken,
    boolean statusCheckNeeded,
    @Nullable LocalDate until) {

  /**
   * Best first: satisfied before nearly satisfied before refused; own before another's; lasting
   * longer; refused by a later rule (it came closer); the item id last, so that the order never
   * depends on the order of the log.
   */
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::distance)
          .thenComparing(Candidate::basis)
          .thenComparing(c -> c.until == null ? LocalDate.MAX : c.until, Comparator.reverseOrder())
          .thenComparing(Candidate::itemId);

  static Optional<Candidate> best(List<Candidate> candidates) {
    return candidates.stream().min(BEST_FIRST);
  }

  boolean satisfies() {
    return broken == null && !statusCheckNeeded;
  }

  Met met() {
    return new Met(itemId, issuer, basis, until);
  }

  @SuppressWarnings("EnumOrdinal") // the codes stand in the order in which the rules are asked
  private int distance() {
    if (satisfies()) {
      return 0;
    }
    return broken == null ? 1 : 1 + ReasonCode.values().length - broken.ordinal();
  }

  /** The earlier of two last days, where an absent one means no end. */
  static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null) {
      return b;
    }
    return b == null || a.isBefore(b) ? a : b;
  }

  /** The last day on which an item of this date is young enough; absent where there is no limit. */
  static @Nullable LocalDate lastDay(LocalDate completedOn, @Nullable Integer maxAgeMonths) {
    return maxAgeMonths == null ? null : completedOn.plusMonths(maxAgeMonths);
  }

  static boolean tooOld(LocalDate completedOn, @Nullable Integer maxAgeMonths, LocalDate on) {
    var lastDay = lastDay(completedOn, maxAgeMonths);
    return lastDay != null && lastDay.isBefore(on);
  }
}
