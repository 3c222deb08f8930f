package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.FeedbackGiven;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementPaused;
import org.icsregistry.contracts.message.PlacementEvent.PlacementResumed;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.PlacementEvent.PlacementSuspended;
import org.icsregistry.contracts.message.PlacementEvent.VolunteerThanked;
import org.jspecify.annotations.Nullable;

/**
 * The person volunteering in a role at a partner.
 *
 * @param sessions how many activities were recorded
 * @param minutes their sum
 * @param tasks their sum
 * @param thanks how often the person was thanked
 * @param feedback how often either side said how it goes
 * @param firstActivityOn where the headline figure's clock stops
 */
public record Placement(
    String id,
    String partner,
    String roleId,
    Step step,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate firstActivityOn,
    @Nullable LocalDate endedOn,
    @Nullable LeavingReason leftFor,
    int sessions,
    long minutes,
    long tasks,
    int thanks,
    int feedback) {

  public enum Step {
    OFFERED,
    ACTIVE,
    PAUSED,
    SUSPENDED,
    ENDED
  }

  /** The fold; the first event makes the placement. */
  public static Placement evolve(@Nullable Placement before, PlacementEvent event) {
    if (event instanceof PlacementOffered e) {
      return new Placement(
          e.placementId(),
          e.partner(),
          e.roleId(),
          Step.OFFERED,
          null,
          null,
          null,
          null,
          0,
          0,
          0,
          0,
          0);
    }
    if (before == null) {
      throw new IllegalStateException(
          "The log speaks of placement "
              + event.placementId()
              + " before it exists: the log is out of order");
    }
    return before.after(event);
  }

  private Placement after(PlacementEvent event) {
    return switch (event) {
      case PlacementOffered _ -> this;
      case PlacementStarted e -> at(Step.ACTIVE, e.startedOn(), null, null);
      case PlacementPaused _ -> at(Step.PAUSED, startedOn, null, null);
      case PlacementSuspended _ -> at(Step.SUSPENDED, startedOn, null, null);
      case PlacementResumed _ -> at(Step.ACTIVE, startedOn, null, null);
      case ActivityRecorded e -> active(e);
      case VolunteerThanked _ -> heard(thanks + 1, feedback);
      case FeedbackGiven _ -> heard(thanks, feedback + 1);
      case PlacementEnded e -> at(Step.ENDED, startedOn, e.endedOn(), e.reason());
    };
  }

  private Placement at(
      Step now,
      @Nullable LocalDate started,
      @Nullable LocalDate ended,
      @Nullable LeavingReason reason) {
    return new Placement(
        id,
        partner,
        roleId,
        now,
        started,
        firstActivityOn,
        ended,
        reason,
        sessions,
        minutes,
        tasks,
        thanks,
        feedback);
  }

  private Placement active(ActivityRecorded e) {
    var first =
        firstActivityOn == null || e.occurredOn().isBefore(firstActivityOn)
            ? e.occurredOn()
            : firstActivityOn;
    return new Placement(
        id,
        partner,
        roleId,
        step,
        startedOn,
        first,
        endedOn,
        leftFor,
        sessions + 1,
        minutes + e.minutes(),
        tasks + e.tasks(),
        thanks,
        feedback);
  }

  private Placement heard(int thanked, int said) {
    return new Placement(
        id,
        partner,
        roleId,
        step,
        startedOn,
        firstActivityOn,
        endedOn,
        leftFor,
        sessions,
        minutes,
        tasks,
        thanked,
        said);
  }
}
