package org.icsregistry.contracts.passport;

import java.util.Map;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;

/**
 * Whether somebody can be asked, and what they were asked.
 *
 * @param callUps by id
 */
public record Readiness(Map<String, CallUp> callUps) {

  static final Readiness UNKNOWN = new Readiness(Map.of());

  Readiness evolve(CallUpEvent event) {
    return new Readiness(
        switch (event) {
          case CallUpSent e -> Folding.put(callUps, e.callUpId(), CallUp.of(e));
          case CallUpAnswered e -> Folding.replace(callUps, e.callUpId(), c -> c.answered(e));
        });
  }
}
