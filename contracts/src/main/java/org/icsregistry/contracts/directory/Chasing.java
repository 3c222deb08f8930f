package org.icsregistry.contracts.directory;

import org.icsregistry.contracts.message.PartnerEvent.ChasingSet;

/**
 * When a partner wants a late step to be reminded of; all in days after the step was due.
 *
 * @param first the first reminder, to whoever's turn it is
 * @param second the second
 * @param escalate when the partner's coordinators are asked to step in
 * @param close when an application that waits for the person's answer is closed
 */
public record Chasing(int first, int second, int escalate, int close) {

  /** What holds for a partner that has not said. */
  public static final Chasing USUAL = new Chasing(3, 7, 14, 28);

  public static Chasing of(ChasingSet e) {
    return new Chasing(
        e.firstAfterDays(), e.secondAfterDays(), e.escalateAfterDays(), e.closeAfterDays());
  }

  /** Whether each step comes after the one before. */
  public boolean inOrder() {
    return first < second && second < escalate && escalate < close;
  }
}
