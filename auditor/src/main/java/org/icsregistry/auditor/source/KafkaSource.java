package org.icsregistry.auditor.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.log.kafka.CheckpointFeed;
import org.icsregistry.log.kafka.LogPosition;
import org.icsregistry.log.kafka.LogReader;

/**
 * A log on Kafka.
 *
 * @param properties of the Kafka client: bootstrap servers and security
 * @param topic of the entries
 * @param checkpointTopic of the checkpoints
 * @param patience how long to wait for a record before the topic counts as ended
 */
public record KafkaSource(
    Map<String, Object> properties, String topic, String checkpointTopic, Duration patience)
    implements LogSource {
  private static final int MOST_RECORDS = 4_096;

  /** A source of the topics as the registry names them. */
  public static KafkaSource of(Map<String, Object> properties) {
    return new KafkaSource(
        properties, "registry.log", "registry.checkpoints", Duration.ofSeconds(10));
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public void eachCheckpoint(Consumer<byte[]> note) {
    try {
      new CheckpointFeed(properties, checkpointTopic).each(note);
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  @Override
  public EntryFlow entries(long from, long end) {
    var reader = new LogReader(properties, topic, new LogPosition(from, new TreeMap<>()));
    return new Flow(reader, end, from);
  }

  private SourceException unreachable(KafkaException e) {
    return new SourceException(
        "Expected an answer from the Kafka brokers, got " + e.getClass().getSimpleName(), e);
  }

  private final class Flow implements EntryFlow {
    private final LogReader reader;
    private final long end;
    private long position;

    private Flow(LogReader reader, long end, long from) {
      this.reader = reader;
      this.end = end;
      this.position = from;
    }

    @Override
    public List<Entry> next() {
      int wanted = (int) Math.min(MOST_RECORDS, end - position);
      if (wanted == 0) {
        return List.of();
      }
      try {
        var entries =
            reader.poll(patience, wanted).stream()
                .map(record -> new Entry(record.event(), record.key()))
                .toList();
        position += entries.size();
        return entries;
      } catch (KafkaException e) {
        throw unreachable(e);
      }
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
