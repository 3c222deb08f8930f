package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;

/** A person volunteering in a role at a partner; the subject is the person's id. */
public sealed interface PlacementCommand extends Command {

  /** Chosen by the sender, a UUID. */
  String placementId();

  @MessageType("OfferPlacement.v1")
  @LeadsTo(PlacementOffered.class)
  record OfferPlacement(
      @Pattern(regexp = Format.UUID) String placementId,
      @Pattern(regexp = Format.ROLE) String roleId)
      implements PlacementCommand {}

  /** Starts only under a clearance in force for that role at that partner. */
  @MessageType("StartPlacement.v1")
  @LeadsTo(PlacementStarted.class)
  record StartPlacement(
      @Pattern(regexp = Format.UUID) String placementId, @PastOrPresent LocalDate startedOn)
      implements PlacementCommand {}

  /** Time given: {@code minutes} of one day, {@code tasks} completed in it. */
  @MessageType("RecordActivity.v1")
  @LeadsTo(ActivityRecorded.class)
  record RecordActivity(
      @Pattern(regexp = Format.UUID) String placementId,
      @PastOrPresent LocalDate occurredOn,
      EngagementMode mode,
      ActivityCategory category,
      @Min(0) @Max(1440) int minutes,
      @Min(0) @Max(1000) int tasks)
      implements PlacementCommand {}

  @MessageType("EndPlacement.v1")
  @LeadsTo(PlacementEnded.class)
  record EndPlacement(
      @Pattern(regexp = Format.UUID) String placementId,
      @PastOrPresent LocalDate endedOn,
      LeavingReason reason)
      implements PlacementCommand {}
}
