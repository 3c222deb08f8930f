package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.Milestone;
import org.icsregistry.contracts.code.TaskEnd;
import org.icsregistry.contracts.code.Voice;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;

/** A person volunteering in a role at a partner. */
public sealed interface PlacementEvent extends Event {

  String placementId();

  String partner();

  @MessageType("PlacementOffered.v1")
  record PlacementOffered(String placementId, String partner, String roleId)
      implements PlacementEvent {}

  /**
   * @param supervisor pseudonym of whoever stays beside the person all the time
   */
  @MessageType("PlacementStarted.v1")
  record PlacementStarted(
      String placementId,
      String partner,
      String roleId,
      LocalDate startedOn,
      @Nullable String supervisor)
      implements PlacementEvent {

    public PlacementStarted(
        String placementId, String partner, String roleId, LocalDate startedOn) {
      this(placementId, partner, roleId, startedOn, null);
    }
  }

  @MessageType("ActivityRecorded.v1")
  record ActivityRecorded(
      String placementId,
      String partner,
      LocalDate occurredOn,
      EngagementMode mode,
      ActivityCategory category,
      int minutes,
      int tasks,
      @Nullable TaskEnd taskEnd)
      implements PlacementEvent {}

  @MessageType("PlacementPaused.v1")
  record PlacementPaused(String placementId, String partner, @Nullable LocalDate until)
      implements PlacementEvent {}

  @MessageType("PlacementSuspended.v1")
  record PlacementSuspended(String placementId, String partner) implements PlacementEvent {}

  @MessageType("PlacementResumed.v1")
  record PlacementResumed(String placementId, String partner, LocalDate resumedOn)
      implements PlacementEvent {}

  @MessageType("VolunteerThanked.v1")
  record VolunteerThanked(String placementId, String partner, Milestone milestone)
      implements PlacementEvent {}

  @MessageType("FeedbackGiven.v1")
  record FeedbackGiven(
      String placementId,
      String partner,
      Voice from,
      int rating,
      @SealedAs(Category.CONTACT) @Nullable Sealed<FeedbackText> text)
      implements PlacementEvent {}

  @MessageType("PlacementEnded.v1")
  record PlacementEnded(String placementId, String partner, LocalDate endedOn, LeavingReason reason)
      implements PlacementEvent {}
}
