package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.jspecify.annotations.Nullable;

/** Training of a person. */
public sealed interface TrainingEvent extends VolunteerEvent {

  @MessageType("TrainingAssigned.v1")
  record TrainingAssigned(String partner, String roleId, String training)
      implements TrainingEvent {}

  @MessageType("TrainingRecorded.v1")
  record TrainingRecorded(
      String trainingId,
      String training,
      String issuer,
      IssuerCategory issuerCategory,
      @Nullable String framework,
      String provider,
      EvidenceType evidence,
      LocalDate completedOn)
      implements TrainingEvent {}

  @MessageType("TrainingWithdrawn.v1")
  record TrainingWithdrawn(String trainingId, WithdrawalReason reason) implements TrainingEvent {}
}
