package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.projection.passport.CheckView.Reuse;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.jspecify.annotations.Nullable;

/** A training record; nothing of it is sealed. */
@Schema(description = "A training record the person holds")
public record TrainingView(
    String itemId,
    @Schema(description = "Subject code", example = "CSTF_FIRE") String training,
    @Schema(description = "Who saw the evidence and recorded it") Organisation issuer,
    IssuerCategory issuerCategory,
    @Schema(example = "CSTF 1.1") @Nullable String framework,
    @Schema(description = "Who taught it") String provider,
    EvidenceType evidence,
    LocalDate completedOn,
    @Schema(description = "Present once the issuer withdrew it")
        @Nullable WithdrawalReason withdrawnFor,
    @Schema(description = "Other organisations that rely or relied on it") List<Reuse> reusedBy) {}
