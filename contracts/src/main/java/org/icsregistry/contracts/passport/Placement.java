package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.jspecify.annotations.Nullable;

/**
 * The person volunteering in a role at a partner.
 *
 * @param sessions how many activities were recorded
 * @param minutes their sum
 * @param tasks their sum
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
    long tasks) {

  public enum Step {
    OFFERED,
    ACTIVE,
    ENDED
  }

  /** The fold; the first event makes the placement. */
  public static Placement evolve(@Nullable Placement before, PlacementEvent event) {
    if (event instanceof PlacementOffered e) {
      return new Placement(
          e.placementId(), e.partner(), e.roleId(), Step.OFFERED, null, null, null, null, 0, 0, 0);
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
      case PlacementStarted e ->
          new Placement(
              id,
              partner,
              roleId,
              Step.ACTIVE,
              e.startedOn(),
              firstActivityOn,
              null,
              null,
              sessions,
              minutes,
              tasks);
      case ActivityRecorded e ->
          new Placement(
              id,
              partner,
              roleId,
              step,
              startedOn,
              firstActivityOn == null || e.occurredOn().isBefore(firstActivityOn)
                  ? e.occurredOn()
                  : firstActivityOn,
              endedOn,
              leftFor,
              sessions + 1,
              minutes + e.minutes(),
              tasks + e.tasks());
      case PlacementEnded e ->
          new Placement(
              id,
              partner,
              roleId,
              Step.ENDED,
              startedOn,
              firstActivityOn,
              e.endedOn(),
              e.reason(),
              sessions,
              minutes,
              tasks);
    };
  }
}
