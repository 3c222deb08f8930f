package org.icsregistry.projection.figures;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.projection.figures.Counted.Bypass;
import org.icsregistry.projection.figures.Counted.Clearance;
import org.icsregistry.projection.figures.Counted.Decision;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.RowTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was decided about items, who is cleared, and for whom what may wait. */
final class ClearanceTally implements Tally {

  private final RowTable<Decision> decisions;
  private final RowTable<Clearance> clearances;
  private final RowTable<Bypass> bypasses;

  ClearanceTally(JdbcTemplate jdbc) {
    decisions =
        new RowTable<>(
            jdbc,
            "figure_decision",
            Decision.class,
            List.of("requirement", "partner", "decision", "subject"));
    clearances =
        new RowTable<>(
            jdbc, "figure_clearance", Clearance.class, List.of("role", "partner", "subject"));
    bypasses =
        new RowTable<>(
            jdbc,
            "figure_bypass",
            Bypass.class,
            List.of("partner", "requirement", "reason", "subject"));
  }

  @Override
  public Digest apply(int version, List<RecordedEvent> entries, Digest digest) {
    var decided = new ArrayList<Decision>();
    var cleared = new ArrayList<Clearance>();
    var waiting = new ArrayList<Bypass>();
    for (var entry : entries) {
      var subject = entry.subject();
      long at = entry.recordedAt().toEpochMilli();
      switch (entry.data()) {
        case RecognitionDecided e ->
            decided.add(new Decision(e.requirement(), e.partner(), e.decision(), subject));
        case ClearedForRole e ->
            cleared.add(new Clearance(e.roleId(), e.partner(), subject, true, at));
        case ClearanceLapsed e ->
            cleared.add(new Clearance(e.roleId(), e.partner(), subject, false, at));
        case RequirementBypassed e ->
            waiting.add(
                new Bypass(e.partner(), e.requirement(), e.reason().name(), subject, e.until()));
        default -> {}
      }
    }
    var counted = decisions.merge(version, decided, digest, (before, _) -> before);
    counted = clearances.merge(version, cleared, counted, (_, later) -> later);
    return bypasses.merge(version, waiting, counted, Bypass::and);
  }
}
