package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.icsregistry.projection.passport.PassportView.RoleName;
import org.jspecify.annotations.Nullable;

/** A check as somebody may see it. */
@Schema(description = "A check the person holds")
public record CheckView(
    String itemId,
    CheckCode check,
    @Schema(description = "Who made and recorded it") Organisation issuer,
    IssuerCategory issuerCategory,
    LocalDate completedOn,
    FindingView finding,
    @Schema(description = "Day of the last Update Service status check by any organisation")
        @Nullable LocalDate statusCheckedOn,
    @Nullable StatusResult status,
    @Schema(description = "Present once the issuer withdrew it")
        @Nullable WithdrawalReason withdrawnFor,
    @Schema(description = "Other organisations that rely or relied on it") List<Reuse> reusedBy) {

  @Schema(description = "An organisation that relies on somebody else's item, for a role")
  public record Reuse(Organisation organisation, RoleName role) {}

  /**
   * @param outcome only for the organisation that decided it
   */
  @Schema(description = "What the check found, or why that is not shown")
  public record FindingView(
      @Schema(description = "Only for the issuer itself") @Nullable CheckOutcome outcome,
      @Schema(description = "Identity: GPG 45 confidence; DBS: disclosure level")
          @Nullable CheckLevel level,
      @Nullable Workforce workforce,
      @Nullable BarredLists barredLists,
      @Schema(description = "References: how many") @Nullable Integer count,
      @Schema(description = "DBS: when the issuer saw the original")
          @Nullable LocalDate originalSeenOn,
      @Nullable Boolean updateService,
      @Nullable Boolean statusCheckConsent,
      @Nullable LocalDate validUntil,
      @Schema(description = "Present and true when it was erased") @Nullable Boolean erased,
      @Schema(description = "Present and true when you may not open it") @Nullable Boolean closed) {

    static FindingView of(CheckFinding finding, boolean withOutcome) {
      return new FindingView(
          withOutcome ? finding.outcome() : null,
          finding.level(),
          finding.workforce(),
          finding.barredLists(),
          finding.count(),
          finding.originalSeenOn(),
          finding.updateService(),
          finding.statusCheckConsent(),
          finding.validUntil(),
          null,
          null);
    }

    static FindingView ofErased() {
      return new FindingView(null, null, null, null, null, null, null, null, null, true, null);
    }

    static FindingView ofClosed() {
      return new FindingView(null, null, null, null, null, null, null, null, null, null, true);
    }
  }
}
