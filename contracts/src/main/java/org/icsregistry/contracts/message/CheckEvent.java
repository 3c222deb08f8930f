package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.RejectionReason;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;

/** Checks about a person. */
public sealed interface CheckEvent extends VolunteerEvent {

  @MessageType("CheckRequested.v1")
  record CheckRequested(String partner, String roleId, CheckCode check, @Nullable CheckLevel level)
      implements CheckEvent {}

  /**
   * {@code issuerCategory} is the issuer's category on that day, so that the decision explains
   * itself for ever.
   */
  @MessageType("CheckRecorded.v1")
  record CheckRecorded(
      String checkId,
      CheckCode check,
      String issuer,
      IssuerCategory issuerCategory,
      LocalDate completedOn,
      @SealedAs(value = Category.CHECKS, checkIn = "check") Sealed<CheckFinding> finding)
      implements CheckEvent {}

  @MessageType("StatusCheckNoted.v1")
  record StatusCheckNoted(
      String checkId,
      String checkedBy,
      LocalDate checkedOn,
      @SealedAs(Category.CHECKS) Sealed<StatusResult> result)
      implements CheckEvent {}

  @MessageType("CheckWithdrawn.v1")
  record CheckWithdrawn(String checkId, WithdrawalReason reason) implements CheckEvent {}

  /** {@code partner} relies on it no more; others are not concerned. */
  @MessageType("CheckRejected.v1")
  record CheckRejected(String checkId, String partner, RejectionReason reason)
      implements CheckEvent {}
}
