package org.icsregistry.projection.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a partner's coordinators are told, as onboarding-service says it.
 *
 * @param number larger for later notices
 * @param step code of the requirement, or the application's step
 */
public record Notice(
    long number,
    String eventId,
    String subject,
    String partner,
    @Nullable String roleId,
    Kind kind,
    @Nullable String step,
    @Nullable LocalDate dueOn,
    Instant recordedAt) {

  /** What a notice is about. */
  public enum Kind {
    STEP_LATE,
    ESCALATED,
    EXPIRES_SOON,
    LAPSED,
    IDLE,
    CLOSED
  }
}
