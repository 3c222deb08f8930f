package org.icsregistry.bench.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What verification is compared with, as a program of its own: reads the log in its order with a
 * plain Kafka consumer and hashes each event once. Nothing is checked, nothing is parsed.
 */
public final class PlainRead {

  private static final String TOPIC = "registry.log";
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int MOST_RECORDS = 5_000;

  private final Map<Long, byte[]> waiting = new HashMap<>();
  private final MessageDigest sha256;
  private long next;
  private int mixed;

  private PlainRead() throws NoSuchAlgorithmException {
    sha256 = MessageDigest.getInstance("SHA-256");
  }

  /**
   * @param arguments bootstrap servers, and how many entries
   */
  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    System.err.println("Reading from kafka");
    var read = new PlainRead();
    read.all(arguments[0], Long.parseLong(arguments[1]));
    System.out.printf("%d %08x%n", read.next, read.mixed);
  }

  private void all(String servers, long size) {
    try (var consumer = consumer(servers)) {
      var partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(TOPIC, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (next < size) {
        for (var record : consumer.poll(POLL)) {
          waiting.put(index(record), record.value());
        }
        hash(size);
      }
    }
  }

  private void hash(long size) {
    for (var event = waiting.remove(next);
        event != null && next < size;
        event = waiting.remove(next)) {
      // Used for something, so that no compiler leaves it out.
      mixed = 31 * mixed + sha256.digest(event)[0];
      next++;
    }
  }

  private static long index(ConsumerRecord<String, byte[]> record) {
    long index = 0;
    for (byte digit : record.headers().lastHeader("logindex").value()) {
      index = index * 10 + digit - '0';
    }
    return index;
  }

  /** As the auditor's reader has it, where it matters for speed. */
  private static KafkaConsumer<String, byte[]> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            MOST_RECORDS),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
