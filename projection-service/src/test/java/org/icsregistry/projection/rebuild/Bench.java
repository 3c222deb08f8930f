package org.icsregistry.projection.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.rebuild.Version.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills one new version after another of a projection by hand, each from the beginning. */
final class Bench {

  private final Feeds feeds;
  private final Versions versions;
  private final Rebuilds rebuilds;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final String projection;

  Bench(App app, String projection) {
    this.feeds = app.bean(Feeds.class);
    this.versions = app.bean(Versions.class);
    this.rebuilds = app.bean(Rebuilds.class);
    this.jdbc = app.bean(JdbcClient.class);
    this.transaction = app.bean(TransactionTemplate.class);
    this.projection = projection;
  }

  /** Opens the next version; the one before it serves from now on. */
  void open() {
    if (versions.in(projection, State.BUILDING).isPresent()) {
      transaction.executeWithoutResult(_ -> versions.serve(projection, building().version(), null));
    }
    rebuilds.begin(projection);
  }

  Version building() {
    return versions.in(projection, State.BUILDING).orElseThrow();
  }

  /** Hands over one batch in one transaction. */
  void feed(List<LogRecord> batch) {
    transaction.executeWithoutResult(_ -> feeds.feed(projection, State.BUILDING).handle(batch));
  }

  /** Hands over all records in batches of random sizes. */
  void feed(List<LogRecord> records, Random random) {
    for (int from = 0; from < records.size(); ) {
      int to = Math.min(records.size(), from + 1 + random.nextInt(9));
      feed(records.subList(from, to));
      from = to;
    }
  }

  /** Documents of the version that builds. */
  Map<String, String> documents(String table) {
    var found = new TreeMap<String, String>();
    transaction.executeWithoutResult(_ -> {
      seeEverything();
      jdbc.sql("SELECT key, doc FROM %s_v%d".formatted(table, building().version()))
          .query(row -> {
            found.put(row.getString(1), row.getString(2));
          });
    });
    return found;
  }

  /** Rows of the version that builds, as their digest has them. */
  Set<String> typed(String table) {
    return new TreeSet<>(
        jdbc.sql("SELECT row_to_json(t)::text FROM %s_v%d t".formatted(table, building().version()))
            .query(String.class)
            .list());
  }

  /** Rows of the table of ties of the version that builds. */
  List<String> ties() {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          seeEverything();
          return jdbc.sql(
                  "SELECT tie::text FROM passport_tie_v%d tie ORDER BY 1"
                      .formatted(building().version()))
              .query(String.class)
              .list();
        }));
  }

  private void seeEverything() {
    jdbc.sql("SET LOCAL registry.sight = 'EVERYTHING'").update();
  }

  long rows(String table) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          seeEverything();
          return jdbc.sql("SELECT count(*) FROM %s_v%d".formatted(table, building().version()))
              .query(Long.class)
              .single();
        }));
  }
}
