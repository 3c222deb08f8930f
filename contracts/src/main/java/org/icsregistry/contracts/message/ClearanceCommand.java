package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
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
      implements ClearanceCommand {

    /** What it leads to; the same decision is recorded once. */
    public RecognitionDecided asDecided() {
      return new RecognitionDecided(
          partner, roleId, roleVersion, policyVersion, requirement, itemId, decision, reason);
    }
  }

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

  /**
   * The partner lets somebody begin before a requirement is met; its own decision and nobody's on
   * its behalf. Refused for age limits, for DBS checks with barred lists, for national requirements
   * unless under supervision, and beyond the longest time of the reason, counted from the first
   * bypass.
   *
   * @param approver pseudonym of whoever decided it
   * @param supervisor pseudonym of whoever stays beside the person; for SUPERVISED_START only
   * @param until last day
   */
  @MessageType("BypassRequirement.v1")
  @LeadsTo(RequirementBypassed.class)
  record BypassRequirement(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      @Pattern(regexp = Format.CODE) String requirement,
      BypassReason reason,
      @Pattern(regexp = Format.PSEUDONYM) String approver,
      @Nullable @Pattern(regexp = Format.PSEUDONYM) String supervisor,
      LocalDate until)
      implements ClearanceCommand {}
}
