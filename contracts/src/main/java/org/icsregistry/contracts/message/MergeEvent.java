package org.icsregistry.contracts.message;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;

/** Two ids of one person. */
public sealed interface MergeEvent extends VolunteerEvent {

  /** {@code surviving} tells of which of both ids the event's subject is. */
  @MessageType("VolunteersMerged.v1")
  record VolunteersMerged(String merged, String survivor, boolean surviving)
      implements MergeEvent {}

  @MessageType("VolunteersUnmerged.v1")
  record VolunteersUnmerged(String merged, String survivor, boolean surviving)
      implements MergeEvent {}

  /**
   * A check recorded under another id of the person; what is sealed stays sealed under that id's
   * key.
   */
  @MessageType("CheckCarriedOver.v1")
  record CheckCarriedOver(
      String from,
      String checkId,
      CheckCode check,
      String issuer,
      IssuerCategory issuerCategory,
      LocalDate completedOn,
      @SealedAs(Category.CHECKS) Sealed<CheckFinding> finding,
      @Nullable LocalDate statusCheckedOn,
      @SealedAs(Category.CHECKS) @Nullable Sealed<StatusResult> result,
      List<String> rejectedBy)
      implements MergeEvent {}

  /** A training recorded under another id of the person. */
  @MessageType("TrainingCarriedOver.v1")
  record TrainingCarriedOver(
      String from,
      String trainingId,
      String training,
      String issuer,
      IssuerCategory issuerCategory,
      @Nullable String framework,
      String provider,
      EvidenceType evidence,
      LocalDate completedOn)
      implements MergeEvent {}
}
