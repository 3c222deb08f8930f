package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LeavingReason;

/** A person volunteering in a role at a partner. */
public sealed interface PlacementEvent extends Event {

  String placementId();

  @MessageType("PlacementOffered.v1")
  record PlacementOffered(String placementId, String partner, String roleId)
      implements PlacementEvent {}

  @MessageType("PlacementStarted.v1")
  record PlacementStarted(String placementId, String partner, String roleId, LocalDate startedOn)
      implements PlacementEvent {}

  @MessageType("ActivityRecorded.v1")
  record ActivityRecorded(
      String placementId,
      String partner,
      LocalDate occurredOn,
      EngagementMode mode,
      ActivityCategory category,
      int minutes,
      int tasks)
      implements PlacementEvent {}

  @MessageType("PlacementEnded.v1")
  record PlacementEnded(String placementId, String partner, LocalDate endedOn, LeavingReason reason)
      implements PlacementEvent {}
}
