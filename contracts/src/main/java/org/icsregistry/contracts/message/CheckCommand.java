package org.icsregistry.contracts.message;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.RejectionReason;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;

/**
 * Checks about a person: asked for, recorded by the organisation that made them, withdrawn by it
 * alone.
 */
public sealed interface CheckCommand extends VolunteerCommand {

  /**
   * Asks a partner to make a check that a role there needs; a level above the role's legal maximum
   * is refused.
   */
  @MessageType("RequestCheck.v1")
  @LeadsTo(CheckRequested.class)
  record RequestCheck(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      CheckCode check,
      @Nullable CheckLevel level)
      implements CheckCommand {}

  @MessageType("RecordCheck.v1")
  @LeadsTo(CheckRecorded.class)
  record RecordCheck(
      @Pattern(regexp = Format.UUID) String checkId,
      CheckCode check,
      @PastOrPresent LocalDate completedOn,
      @SealedAs(value = Category.CHECKS, checkIn = "check") Sealed<CheckFinding> finding)
      implements CheckCommand {}

  /**
   * A partner that is legally entitled asked the DBS Update Service; only CURRENT or NOT_CURRENT is
   * kept.
   */
  @MessageType("NoteStatusCheck.v1")
  @LeadsTo(StatusCheckNoted.class)
  record NoteStatusCheck(
      @Pattern(regexp = Format.UUID) String checkId,
      @PastOrPresent LocalDate checkedOn,
      @SealedAs(Category.CHECKS) Sealed<StatusResult> result)
      implements CheckCommand {}

  @MessageType("WithdrawCheck.v1")
  @LeadsTo({CheckWithdrawn.class, ClearanceLapsed.class})
  @DuringRestriction
  record WithdrawCheck(@Pattern(regexp = Format.UUID) String checkId, WithdrawalReason reason)
      implements CheckCommand {}

  /**
   * A relying partner does not rely on another's check; for itself alone and for good. The issuer
   * withdraws instead.
   */
  @MessageType("RejectCheck.v1")
  @LeadsTo({CheckRejected.class, ClearanceLapsed.class})
  @DuringRestriction
  record RejectCheck(@Pattern(regexp = Format.UUID) String checkId, RejectionReason reason)
      implements CheckCommand {}
}
