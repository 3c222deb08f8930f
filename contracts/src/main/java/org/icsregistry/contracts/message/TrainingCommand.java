package org.icsregistry.contracts.message;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;
import org.jspecify.annotations.Nullable;

/** Training: assigned where it is missing, recorded by the organisation that saw the evidence. */
public sealed interface TrainingCommand extends VolunteerCommand {

  @MessageType("AssignTraining.v1")
  @LeadsTo(TrainingAssigned.class)
  record AssignTraining(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      @Pattern(regexp = Format.CODE) String training)
      implements TrainingCommand {}

  /**
   * A training that the sender taught or saw evidence of.
   *
   * @param training subject code, {@code CSTF_FIRE}
   * @param framework framework and version, {@code CSTF 1.1}; absent for local training
   * @param provider who taught it, as a name of an organisation or service
   */
  @MessageType("RecordTraining.v1")
  @LeadsTo(TrainingRecorded.class)
  record RecordTraining(
      @Pattern(regexp = Format.UUID) String trainingId,
      @Pattern(regexp = Format.CODE) String training,
      @Nullable @Pattern(regexp = Format.LINE) @Size(min = 1, max = 40) String framework,
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 80) String provider,
      EvidenceType evidence,
      @PastOrPresent LocalDate completedOn)
      implements TrainingCommand {}

  @MessageType("WithdrawTraining.v1")
  @LeadsTo({TrainingWithdrawn.class, ClearanceLapsed.class})
  @DuringRestriction
  record WithdrawTraining(@Pattern(regexp = Format.UUID) String trainingId, WithdrawalReason reason)
      implements TrainingCommand {}
}
