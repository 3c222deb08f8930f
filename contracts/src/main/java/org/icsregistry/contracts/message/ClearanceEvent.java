package org.icsregistry.contracts.message;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.jspecify.annotations.Nullable;

/** Recognition of items and clearance for a role. */
public sealed interface ClearanceEvent extends VolunteerEvent {

  String partner();

  @MessageType("RecognitionDecided.v1")
  record RecognitionDecided(
      String partner,
      String roleId,
      int roleVersion,
      int policyVersion,
      String requirement,
      String itemId,
      RecognitionDecision decision,
      @Nullable ReasonCode reason)
      implements ClearanceEvent {}

  /** Lists its evidence and the versions it was decided under. */
  @MessageType("ClearedForRole.v1")
  record ClearedForRole(
      String partner, String roleId, int roleVersion, int policyVersion, List<Evidence> evidence)
      implements ClearanceEvent {}

  /** {@code itemId} is the withdrawn item, where that was the reason. */
  @MessageType("ClearanceLapsed.v1")
  record ClearanceLapsed(String partner, String roleId, LapseReason reason, @Nullable String itemId)
      implements ClearanceEvent {}

  /** The requirement need not be met from the day {@code from} to the day {@code until}. */
  @MessageType("RequirementBypassed.v1")
  record RequirementBypassed(
      String partner,
      String roleId,
      int roleVersion,
      String requirement,
      BypassReason reason,
      String approver,
      @Nullable String supervisor,
      LocalDate from,
      LocalDate until)
      implements ClearanceEvent {}
}
