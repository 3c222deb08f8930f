package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.Milestone;
import org.icsregistry.contracts.code.TaskEnd;
import org.icsregistry.contracts.code.Voice;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.FeedbackGiven;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementPaused;
import org.icsregistry.contracts.message.PlacementEvent.PlacementResumed;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.PlacementEvent.PlacementSuspended;
import org.icsregistry.contracts.message.PlacementEvent.VolunteerThanked;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;

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

  /**
   * Starts only under a clearance in force for that role at that partner.
   *
   * @param supervisor pseudonym of whoever stays beside the person all the time; required for
   *     everybody below 16 (NAVSM and the Helpforce guidance on young volunteers)
   */
  @MessageType("StartPlacement.v1")
  @LeadsTo(PlacementStarted.class)
  record StartPlacement(
      @Pattern(regexp = Format.UUID) String placementId,
      @PastOrPresent LocalDate startedOn,
      @Nullable @Pattern(regexp = Format.PSEUDONYM) String supervisor)
      implements PlacementCommand {

    public StartPlacement(String placementId, LocalDate startedOn) {
      this(placementId, startedOn, null);
    }
  }

  /**
   * Time given: {@code minutes} of one day, {@code tasks} completed in it.
   *
   * @param taskEnd what became of a micro-task that was taken on; absent for a shift or a session
   */
  @MessageType("RecordActivity.v1")
  @LeadsTo(ActivityRecorded.class)
  record RecordActivity(
      @Pattern(regexp = Format.UUID) String placementId,
      @PastOrPresent LocalDate occurredOn,
      EngagementMode mode,
      ActivityCategory category,
      @Min(0) @Max(1440) int minutes,
      @Min(0) @Max(1000) int tasks,
      @Nullable TaskEnd taskEnd)
      implements PlacementCommand {}

  /**
   * The person takes a break.
   *
   * @param until when it is expected to end, as far as is known
   */
  @MessageType("PausePlacement.v1")
  @LeadsTo(PlacementPaused.class)
  @DuringRestriction
  record PausePlacement(
      @Pattern(regexp = Format.UUID) String placementId, @Nullable LocalDate until)
      implements PlacementCommand {}

  /** The partner stops the placement while it looks into something; never says what. */
  @MessageType("SuspendPlacement.v1")
  @LeadsTo(PlacementSuspended.class)
  @DuringRestriction
  record SuspendPlacement(@Pattern(regexp = Format.UUID) String placementId)
      implements PlacementCommand {}

  /** A break or a suspension is over; the clearance has to be in force again. */
  @MessageType("ResumePlacement.v1")
  @LeadsTo(PlacementResumed.class)
  record ResumePlacement(
      @Pattern(regexp = Format.UUID) String placementId, @PastOrPresent LocalDate resumedOn)
      implements PlacementCommand {}

  @MessageType("ThankVolunteer.v1")
  @LeadsTo(VolunteerThanked.class)
  record ThankVolunteer(@Pattern(regexp = Format.UUID) String placementId, Milestone milestone)
      implements PlacementCommand {}

  /**
   * Feedback in either direction.
   *
   * @param rating from 1, poor, to 5, very good
   * @param text in the giver's own words
   */
  @MessageType("GiveFeedback.v1")
  @LeadsTo(FeedbackGiven.class)
  record GiveFeedback(
      @Pattern(regexp = Format.UUID) String placementId,
      Voice from,
      @Min(1) @Max(5) int rating,
      @SealedAs(Category.CONTACT) @Nullable Sealed<FeedbackText> text)
      implements PlacementCommand {}

  @MessageType("EndPlacement.v1")
  @LeadsTo(PlacementEnded.class)
  @DuringRestriction
  record EndPlacement(
      @Pattern(regexp = Format.UUID) String placementId,
      @PastOrPresent LocalDate endedOn,
      LeavingReason reason)
      implements PlacementCommand {}
}
