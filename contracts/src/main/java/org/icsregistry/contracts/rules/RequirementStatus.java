package org.icsregistry.contracts.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.jspecify.annotations.Nullable;

/** How one requirement line stands for one person at one partner on one day. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RequirementStatus.Met.class, name = "MET"),
  @JsonSubTypes.Type(
      value = RequirementStatus.StatusCheckNeeded.class,
      name = "STATUS_CHECK_NEEDED"),
  @JsonSubTypes.Type(value = RequirementStatus.Gap.class, name = "GAP"),
  @JsonSubTypes.Type(value = RequirementStatus.Repeat.class, name = "REPEAT"),
  @JsonSubTypes.Type(value = RequirementStatus.Bypassed.class, name = "BYPASSED")
})
public sealed interface RequirementStatus {

  /** Whether a clearance may rest on this line. */
  default boolean satisfied() {
    return switch (this) {
      case Met _, Bypassed _ -> true;
      case StatusCheckNeeded _, Gap _, Repeat _ -> false;
    };
  }

  /** Whose item satisfies a line: the partner's own or another's. */
  enum Basis {
    OWN,
    REUSED
  }

  /**
   * @param itemId the item that satisfies the line; absent for an age
   * @param until last day on which it still does; absent when nothing ends it
   */
  record Met(
      @Nullable String itemId, @Nullable String issuer, Basis basis, @Nullable LocalDate until)
      implements RequirementStatus {}

  /** Another partner's DBS certificate would do after an Update Service status check. */
  record StatusCheckNeeded(String itemId, String issuer, WaitingOn owner, int typicalDays)
      implements RequirementStatus {}

  record Gap(ReasonCode reason, NextStep nextStep, WaitingOn owner, int typicalDays)
      implements RequirementStatus {}

  /** Something is held that does not satisfy the line; {@code reason} says why. */
  record Repeat(
      String itemId,
      String issuer,
      ReasonCode reason,
      NextStep nextStep,
      WaitingOn owner,
      int typicalDays)
      implements RequirementStatus {}

  /** The partner lets it wait; {@code until} is the last day. */
  record Bypassed(LocalDate until) implements RequirementStatus {}
}
