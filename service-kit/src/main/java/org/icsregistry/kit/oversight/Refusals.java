package org.icsregistry.kit.oversight;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts refusals of callers who are known in memory and adds them to a table every second, one row
 * per minute, caller and address: a flood of requests makes a few rows with large numbers. Old rows
 * go by a function of the database that takes nothing younger than 90 days, unless there are more
 * than a million.
 */
public final class Refusals implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int MOST_ROWS_A_MINUTE = 1_000;
  private static final int LONGEST_NAME = 200;

  /** Who wanted what, in one minute; {@code wanted} is empty where no right was named. */
  private record Refused(
      Instant minute,
      String organisation,
      String caller,
      String offices,
      String wanted,
      String address,
      int status) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<Refused, Long> counts = new HashMap<>();
  private Instant minute = Instant.EPOCH;
  private final ScheduledExecutorService writing =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("refusals").factory());

  public Refusals(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    var _ = writing.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    var _ = writing.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
  }

  /**
   * @param wanted the right that the caller does not have; absent where a rule refused before any
   *     right was asked for
   * @param address method and pattern, or a topic, which name nobody
   */
  public synchronized void add(Caller caller, @Nullable Right wanted, String address, int status) {
    var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      counts.values().removeIf(count -> count == 0);
    }
    var refused =
        new Refused(
            now,
            plain(caller.organisation()),
            plain(caller.subject()),
            offices(caller),
            wanted == null ? "" : wanted.name(),
            address,
            status);
    boolean room = counts.size() < MOST_ROWS_A_MINUTE || counts.containsKey(refused);
    counts.merge(room ? refused : rest(now), 1L, Long::sum);
  }

  /** Further callers of a minute in which a thousand rows are full. */
  private static Refused rest(Instant now) {
    return new Refused(now, "", "(further callers)", "", "", "", 0);
  }

  /** As a database can hold it, whatever the sign-in service puts into its tokens. */
  private static String plain(String name) {
    var plain = name.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  private static String offices(Caller caller) {
    return Office.named(caller.roles()).stream()
        .map(Office::claim)
        .collect(Collectors.joining(" "));
  }

  /** What is counted since the last time; while the database is away it is kept. */
  private void write() {
    var counted = take();
    try {
      for (var some : List.copyOf(counted.entrySet())) {
        write(some.getKey(), some.getValue());
        counted.remove(some.getKey());
      }
    } catch (RuntimeException e) { // or nothing would be written any more
      LOG.warn("Refusals cannot be written down at this moment: {}", e.toString());
      counted.forEach(this::giveBack);
    }
  }

  /** Rows of this minute stay with a count of nothing, so that they are known to be there. */
  private synchronized Map<Refused, Long> take() {
    var taken = new HashMap<>(counts);
    taken.values().removeIf(count -> count == 0);
    counts.replaceAll((_, _) -> 0L);
    return taken;
  }

  private synchronized void giveBack(Refused refused, long count) {
    counts.merge(refused, count, Long::sum);
  }

  private void write(Refused refused, long count) {
    jdbc.sql(
            """
            INSERT INTO access_refused
              (minute, organisation, caller, offices, wanted, address, status, times)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (minute, organisation, caller, offices, wanted, address, status)
            DO UPDATE SET times = access_refused.times + excluded.times
            """)
        .params(
            refused.minute().atOffset(ZoneOffset.UTC),
            refused.organisation(),
            refused.caller(),
            refused.offices(),
            refused.wanted(),
            refused.address(),
            refused.status(),
            count)
        .update();
  }

  private void forget() {
    try {
      var _ = jdbc.sql("SELECT forget_refusals()").query().singleRow();
    } catch (RuntimeException e) { // or the schedule would end
      LOG.warn("Old refusals cannot be removed; the next hour tries again: {}", e.toString());
    }
  }

  /** A service that is stopped writes down what it has counted. */
  @Override
  public void destroy() {
    writing.shutdownNow();
    write();
  }
}
