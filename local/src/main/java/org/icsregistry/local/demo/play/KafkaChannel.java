package org.icsregistry.local.demo.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Commands on {@code commands.<org>}, answers from {@code results.<org>}. The topics of a partner
 * appear shortly after it is registered and are waited for.
 */
public final class KafkaChannel implements Channel {

  private static final String COMMANDS = "commands.";
  private static final String RESULTS = "results.";
  private static final Duration TOPIC_PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUESTION = Duration.ofSeconds(10);

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> results;
  private final Set<String> joined = new HashSet<>();
  private final List<TopicPartition> assigned = new ArrayList<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * @param client addresses of Kafka brokers, and how to sign in there
   */
  public KafkaChannel(Map<String, Object> client) {
    this.producer =
        new KafkaProducer<>(
            with(client, Map.of("acks", "all", "linger.ms", 5)),
            new StringSerializer(),
            new ByteArraySerializer());
    this.results =
        new KafkaConsumer<>(
            with(
                client,
                Map.of(
                    "isolation.level",
                    "read_committed",
                    "enable.auto.commit",
                    false,
                    "auto.offset.reset",
                    "latest",
                    "allow.auto.create.topics",
                    false,
                    "max.poll.records",
                    2_000)),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  private static Map<String, Object> with(
      Map<String, Object> client, Map<String, Object> settings) {
    var all = new HashMap<>(client);
    all.putAll(settings);
    return all;
  }

  @Override
  public void send(DemoCommand command) {
    join(command.organisation());
    var record =
        new ProducerRecord<>(COMMANDS + command.organisation(), command.subject(), command.body());
    var _ =
        producer.send(
            record,
            (_, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  @Override
  public List<Answer> poll(Duration timeout) {
    var failed = failure.get();
    if (failed != null) {
      throw new PlayStoppedException(
          "Kafka did not take a command: " + failed.getMessage(), failed);
    }
    if (assigned.isEmpty()) {
      return List.of();
    }
    var answers = new ArrayList<Answer>();
    for (var record : results.poll(timeout)) {
      answers.add(Answer.of(record.topic().substring(RESULTS.length()), record.value()));
    }
    return answers;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    results.close();
  }

  /** Looks at the end of an organisation's answers before its first command goes out. */
  private void join(String organisation) {
    if (!joined.add(organisation)) {
      return;
    }
    awaitTopic(COMMANDS + organisation);
    var partitions =
        awaitTopic(RESULTS + organisation).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    assigned.addAll(partitions);
    results.assign(assigned);
    results.seekToEnd(partitions);
    partitions.forEach(results::position); // seeking is lazy; this makes it happen now
  }

  private List<PartitionInfo> awaitTopic(String topic) {
    long begun = System.nanoTime();
    while (true) {
      List<PartitionInfo> partitions = partitions(topic);
      if (!partitions.isEmpty()) {
        return partitions;
      }
      if (System.nanoTime() - begun > TOPIC_PATIENCE.toNanos()) {
        throw new PlayStoppedException(
            "The topic %s has not appeared within %d s. The registry makes it when the partner is registered: see whether registry-service is running and what it logs."
                .formatted(topic, TOPIC_PATIENCE.toSeconds()));
      }
      pause();
    }
  }

  private List<PartitionInfo> partitions(String topic) {
    try {
      return results.partitionsFor(topic, QUESTION);
    } catch (KafkaException e) {
      throw new PlayStoppedException(
          "No Kafka broker answers; start the system or correct --bootstrap: " + e.getMessage(), e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlayStoppedException("Interrupted while waiting for a topic", e);
    }
  }
}
