package org.icsregistry.contracts.passport;

import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.message.ClearanceEvent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.contracts.rules.Bypass;

/**
 * What partners decided about a person.
 *
 * @param recognitions about other partners' items, in the order of the log
 * @param clearances by {@link Clearance#key}
 * @param bypasses by {@link Bypass#key}, those that ended too
 */
public record Standing(
    List<RecognitionDecided> recognitions,
    Map<String, Clearance> clearances,
    Map<String, Bypass> bypasses) {

  static final Standing NONE = new Standing(List.of(), Map.of(), Map.of());

  Standing evolve(ClearanceEvent event) {
    return switch (event) {
      case RecognitionDecided e -> new Standing(Folding.add(recognitions, e), clearances, bypasses);
      case RequirementBypassed e -> with(e);
      case ClearedForRole e ->
          with(Folding.put(clearances, Clearance.key(e.partner(), e.roleId()), Clearance.of(e)));
      case ClearanceLapsed e ->
          with(
              Folding.replace(
                  clearances, Clearance.key(e.partner(), e.roleId()), c -> c.lapsed(e)));
    };
  }

  private Standing with(Map<String, Clearance> newClearances) {
    return new Standing(recognitions, newClearances, bypasses);
  }

  private Standing with(RequirementBypassed e) {
    var key = Bypass.key(e.partner(), e.roleId(), e.requirement());
    var before = bypasses.get(key);
    var bypass =
        new Bypass(
            e.partner(),
            e.roleId(),
            e.requirement(),
            e.reason(),
            before == null ? e.from() : before.since(),
            e.from(),
            e.until());
    return new Standing(recognitions, clearances, Folding.put(bypasses, key, bypass));
  }
}
