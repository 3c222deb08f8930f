package org.icsregistry.log.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a record that is late from one that is missing. Partitions of one transaction become
 * visible one after the other, so an index may be absent for a moment. It is missing for good when
 * every partition was read beyond the end it had at a moment when a later index was already
 * visible: the publisher had written everything before that by then.
 */
final class HoleWatch {
  // Only spares the broker questions: most gaps close within milliseconds.
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Map<String, Object> properties;
  private final String topic;
  private long index = -1;
  private long since;
  private @Nullable Map<Integer, Long> ends;

  HoleWatch(Map<String, Object> properties, String topic) {
    this.properties = new HashMap<>(properties);
    this.topic = topic;
  }

  void clear() {
    index = -1;
  }

  /**
   * The ends of the partitions, taken once after the index has been absent for a while; null until
   * then.
   */
  @Nullable Map<Integer, Long> endsWithout(long absent) {
    long now = System.nanoTime();
    if (index != absent) {
      index = absent;
      since = now;
      ends = null;
    } else if (ends == null && now - since > GRACE.toNanos()) {
      ends = askBroker();
      since = System.nanoTime();
    }
    return ends;
  }

  private @Nullable Map<Integer, Long> askBroker() {
    try {
      Map<Integer, Long> answer = LogConsumers.ends(properties, topic, ANSWER);
      return answer.isEmpty() ? null : answer;
    } catch (TimeoutException brokerIsAway) {
      // Nothing is known about the index while no broker answers; the question is put again after
      // the next grace.
      return null;
    }
  }
}
