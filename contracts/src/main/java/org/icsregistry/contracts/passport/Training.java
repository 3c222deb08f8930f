package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.MergeEvent.TrainingCarriedOver;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.jspecify.annotations.Nullable;

/**
 * A training record a person holds; {@code withdrawnFor} is present once the issuer withdrew it.
 */
public record Training(
    String itemId,
    String training,
    String issuer,
    IssuerCategory issuerCategory,
    @Nullable String framework,
    String provider,
    EvidenceType evidence,
    LocalDate completedOn,
    @Nullable WithdrawalReason withdrawnFor) {

  static Training of(TrainingRecorded e) {
    return new Training(
        e.trainingId(),
        e.training(),
        e.issuer(),
        e.issuerCategory(),
        e.framework(),
        e.provider(),
        e.evidence(),
        e.completedOn(),
        null);
  }

  static Training of(TrainingCarriedOver e) {
    return new Training(
        e.trainingId(),
        e.training(),
        e.issuer(),
        e.issuerCategory(),
        e.framework(),
        e.provider(),
        e.evidence(),
        e.completedOn(),
        null);
  }

  Training withdrawn(WithdrawalReason reason) {
    return new Training(
        itemId,
        training,
        issuer,
        issuerCategory,
        framework,
        provider,
        evidence,
        completedOn,
        reason);
  }
}
