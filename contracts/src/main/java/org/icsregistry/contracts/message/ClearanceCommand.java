package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.jspecify.annotations.Nullable;

/**
 * Recognition of items and clearance for a role; sent by the partner concerned or, on its behalf
 * and by the same rules, by the ICS host.
 */
public sealed interface ClearanceCommand extends VolunteerCommand {

  /**
   * Records what a partner's policy says about another partner's item.
   *
   * @param requirement code of the requirement line the item was looked at for
   * @param reason present unless the decision is REUSED
   */
  @MessageType("DecideRecognition.v1")
  @LeadsTo(RecognitionDecided.class)
  record DecideRecognition(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      @Min(1) @Max(1_000_000) int roleVersion,
      @Min(0) @Max(1_000_000) int policyVersion,
      @Pattern(regexp = Format.CODE) String requirement,
      @Pattern(regexp = Format.UUID) String itemId,
      RecognitionDecision decision,
      @Nullable ReasonCode reason)
      implements ClearanceCommand {}

  /**
   * Asks for clearance; the registry assesses every requirement itself and refuses when one is
   * open.
   */
  @MessageType("ClearForRole.v1")
  @LeadsTo(ClearedForRole.class)
  record ClearForRole(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId)
      implements ClearanceCommand {}

  /** Ends a clearance whose requirements no longer hold; refused while they all do. */
  @MessageType("LapseClearance.v1")
  @LeadsTo(ClearanceLapsed.class)
  @DuringRestriction
  record LapseClearance(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      LapseReason reason)
      implements ClearanceCommand {}
}
