package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A check a person holds.
 *
 * @param statusCheckedOn day of the last Update Service status check by any partner
 * @param withdrawnFor present once the issuer withdrew it
 * @param rejectedBy partners that do not rely on it
 */
public record Check(
    String itemId,
    CheckCode check,
    String issuer,
    IssuerCategory issuerCategory,
    LocalDate completedOn,
    Sealed<CheckFinding> finding,
    @Nullable LocalDate statusCheckedOn,
    @Nullable Sealed<StatusResult> status,
    @Nullable WithdrawalReason withdrawnFor,
    List<String> rejectedBy) {

  static Check of(CheckRecorded e) {
    return new Check(
        e.checkId(),
        e.check(),
        e.issuer(),
        e.issuerCategory(),
        e.completedOn(),
        e.finding(),
        null,
        null,
        null,
        List.of());
  }

  static Check of(CheckCarriedOver e) {
    return new Check(
        e.checkId(),
        e.check(),
        e.issuer(),
        e.issuerCategory(),
        e.completedOn(),
        e.finding(),
        e.statusCheckedOn(),
        e.result(),
        null,
        e.rejectedBy());
  }

  /** The latest one counts, however late another of an earlier day is reported. */
  Check noted(StatusCheckNoted e) {
    if (statusCheckedOn != null && e.checkedOn().isBefore(statusCheckedOn)) {
      return this;
    }
    return new Check(
        itemId,
        check,
        issuer,
        issuerCategory,
        completedOn,
        finding,
        e.checkedOn(),
        e.result(),
        withdrawnFor,
        rejectedBy);
  }

  Check withdrawn(WithdrawalReason reason) {
    return new Check(
        itemId,
        check,
        issuer,
        issuerCategory,
        completedOn,
        finding,
        statusCheckedOn,
        status,
        reason,
        rejectedBy);
  }

  Check rejected(String partner) {
    return new Check(
        itemId,
        check,
        issuer,
        issuerCategory,
        completedOn,
        finding,
        statusCheckedOn,
        status,
        withdrawnFor,
        Folding.sorted(rejectedBy, partner));
  }
}
