package org.icsregistry.contracts.passport;

import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.message.ClearanceEvent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;

/**
 * What partners decided about a person.
 *
 * @param recognitions about other partners' items, in the order of the log
 * @param clearances by {@link Clearance#key}
 */
public record Standing(List<RecognitionDecided> recognitions, Map<String, Clearance> clearances) {

  static final Standing NONE = new Standing(List.of(), Map.of());

  Standing evolve(ClearanceEvent event) {
    return switch (event) {
      case RecognitionDecided e -> new Standing(Folding.add(recognitions, e), clearances);
      case ClearedForRole e ->
          with(Folding.put(clearances, Clearance.key(e.partner(), e.roleId()), Clearance.of(e)));
      case ClearanceLapsed e ->
          with(
              Folding.replace(
                  clearances, Clearance.key(e.partner(), e.roleId()), c -> c.lapsed(e)));
    };
  }

  private Standing with(Map<String, Clearance> newClearances) {
    return new Standing(recognitions, newClearances);
  }
}
