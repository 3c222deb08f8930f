package org.icsregistry.local.demo.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.log.kafka.LogPosition;
import org.icsregistry.log.kafka.LogReader;

/** Reads {@code registry.log} and remembers the events about a few subjects. */
public final class LogWatch implements LogView, AutoCloseable {

  private static final String LOG = "registry.log";
  private static final int MOST = 5_000;

  private final LogReader reader;
  private final Set<String> subjects;
  private final Map<String, List<RecordedEvent>> seen = new HashMap<>();

  /**
   * @param client addresses of Kafka brokers, and how to sign in there
   * @param subjects whose events are remembered
   */
  public LogWatch(Map<String, Object> client, Set<String> subjects) {
    this.subjects = Set.copyOf(subjects);
    this.reader = new LogReader(client, LOG, LogPosition.start());
  }

  @Override
  public boolean readOn(Duration timeout) {
    var records = reader.poll(timeout, MOST);
    records.stream()
        .filter(record -> subjects.contains(record.key()))
        .map(record -> EventCodec.decode(record.event()))
        .forEach(e -> seen.computeIfAbsent(e.subject(), _ -> new ArrayList<>()).add(e));
    return !records.isEmpty();
  }

  @Override
  public Optional<RecordedEvent> find(EventPattern pattern) {
    return seen.getOrDefault(pattern.subject(), List.of()).stream()
        .filter(pattern::matches)
        .findFirst();
  }

  @Override
  public void close() {
    reader.close();
  }
}
