package org.icsregistry.projection.figures;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.projection.figures.Counted.CallUp;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.RowTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who was called up in a surge, and what they said last to any of their call-ups. */
final class CallUpTally implements Tally {

  private final RowTable<CallUp> callUps;

  CallUpTally(JdbcTemplate jdbc) {
    callUps = new RowTable<>(jdbc, "figure_call_up", CallUp.class, List.of("surge", "subject"));
  }

  @Override
  public Digest apply(int version, List<RecordedEvent> entries, Digest digest) {
    var said = new ArrayList<CallUp>();
    for (var entry : entries) {
      switch (entry.data()) {
        case CallUpSent e -> said.add(new CallUp(e.surgeId(), entry.subject(), null));
        case CallUpAnswered e -> said.add(new CallUp(e.surgeId(), entry.subject(), e.answer()));
        default -> {}
      }
    }
    return callUps.merge(version, said, digest, (_, later) -> later);
  }
}
