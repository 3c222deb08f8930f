package org.icsregistry.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.mix.Lane;
import org.icsregistry.bench.mix.Mix;
import org.icsregistry.bench.system.SystemUnderTest;

/**
 * Commands on the partners' command topics, as many under way as a window allows; a command is done
 * when its result is read.
 */
public final class KafkaCommands implements Load {

  private static final int WINDOW = 15_000;
  private static final String ACCEPTED = "\"status\":201";
  private static final Duration POLL = Duration.ofMillis(100);

  private final Mix mix;
  private final List<Lane> lanes;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> results;

  public KafkaCommands(SystemUnderTest system, int lanes, Mix mix) {
    this.mix = mix;
    this.lanes = mix.lanes(lanes);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                system.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                131_072),
            new StringSerializer(),
            new ByteArraySerializer());
    this.results =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                system.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                65_536,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                10,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        Founding.PARTNERS.stream()
            .flatMap(partner -> results.partitionsFor("results." + partner).stream())
            .map(KafkaCommands::partition)
            .toList();
    results.assign(partitions);
    results.seekToEnd(partitions);
    partitions.forEach(results::position);
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  @Override
  public String name() {
    return "kafka-intake";
  }

  @Override
  public String description() {
    return "commands and results over Kafka, up to %,d under way".formatted(WINDOW);
  }

  @Override
  public Rate run(Duration duration) {
    var room = new Semaphore(WINDOW);
    var sent = new AtomicLong();
    var sending = new AtomicBoolean(true);
    var rate = new Rate[1];
    long start = System.nanoTime();
    Workers.run(
        List.of(
            () -> send(start + duration.toNanos(), room, sent, sending),
            () -> rate[0] = read(start, duration, room, sent, sending)));
    mix.settled();
    return rate[0];
  }

  private void send(long end, Semaphore room, AtomicLong sent, AtomicBoolean sending) {
    try {
      for (int i = 0; System.nanoTime() < end; i = (i + 1) % lanes.size()) {
        room.acquire();
        var command = lanes.get(i).next();
        var _ =
            producer.send(
                new ProducerRecord<>(
                    "commands." + command.organisation(),
                    command.subject(),
                    command.json().getBytes(UTF_8)));
        sent.incrementAndGet();
      }
      producer.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sending.set(false);
    }
  }

  /** Counts what is answered within the time, and waits for the rest. */
  private Rate read(
      long start, Duration duration, Semaphore room, AtomicLong sent, AtomicBoolean sending) {
    long answered = 0;
    long counted = 0;
    long nanos = duration.toNanos();
    while (sending.get() || answered < sent.get()) {
      for (var result : results.poll(POLL)) {
        requireAccepted(new String(result.value(), UTF_8));
        answered++;
        room.release();
      }
      if (System.nanoTime() - start < duration.toNanos()) {
        counted = answered;
        nanos = System.nanoTime() - start;
      }
    }
    return new Rate(counted, nanos, answered);
  }

  private static void requireAccepted(String result) {
    if (!result.contains(ACCEPTED)) {
      throw new BenchException("kafka-intake: expected acceptance, got " + result);
    }
  }

  @Override
  public void close() {
    producer.close();
    results.close();
  }
}
