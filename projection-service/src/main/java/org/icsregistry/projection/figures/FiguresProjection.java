package org.icsregistry.projection.figures;

import java.util.List;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Projection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what figures, programmes and surges are counted from, as narrow rows. */
@Component
class FiguresProjection implements Projection {

  static final String NAME = "figures";

  private final List<Tally> tallies;

  FiguresProjection(JdbcTemplate jdbc) {
    tallies =
        List.of(
            new PresenceTally(jdbc),
            new ApplicationTally(jdbc),
            new ClearanceTally(jdbc),
            new WarningTally(jdbc),
            new CallUpTally(jdbc));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Digest apply(int version, List<Entry> batch, Digest digest) {
    var entries = batch.stream().map(Entry::event).toList();
    var result = digest;
    for (var tally : tallies) {
      result = tally.apply(version, entries, result);
    }
    return result;
  }
}
