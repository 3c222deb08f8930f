package org.icsregistry.contracts.passport;

import java.util.Map;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody can be asked, and what they were asked.
 *
 * @param availability absent until the person said something
 * @param callUps by id
 */
public record Readiness(@Nullable Availability availability, Map<String, CallUp> callUps) {

  static final Readiness UNKNOWN = new Readiness(null, Map.of());

  Readiness changed(AvailabilityChanged e) {
    return new Readiness(Availability.of(e), callUps);
  }

  Readiness evolve(CallUpEvent event) {
    return new Readiness(
        availability,
        switch (event) {
          case CallUpSent e -> Folding.put(callUps, e.callUpId(), CallUp.of(e));
          case CallUpAnswered e -> Folding.replace(callUps, e.callUpId(), c -> c.answered(e));
        });
  }
}
