package org.icsregistry.local.send;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.databind.JsonNode;

/**
 * One organisation's pair of topics. The result is found by the place of its command, which a
 * header names.
 */
final class Exchange implements AutoCloseable {

  private final String organisation;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> results;

  /**
   * @param client addresses of Kafka brokers, and how to sign in there
   */
  Exchange(Map<String, Object> client, String organisation) {
    this.organisation = organisation;
    this.producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    var reading = new HashMap<>(client);
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.results =
        new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** The result, or empty when none came in time. */
  Optional<JsonNode> send(JsonNode command, Duration patience) {
    listenFromNowOn();
    var place = write(command);
    var until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until) {
      for (var record : results.poll(Duration.ofMillis(200))) {
        if (place.equals(commandOf(record))) {
          return Optional.of(Json.MAPPER.readTree(record.value()));
        }
      }
    }
    return Optional.empty();
  }

  private void listenFromNowOn() {
    var partitions =
        results.partitionsFor("results." + organisation).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    results.assign(partitions);
    results.seekToEnd(partitions);
    partitions.forEach(results::position);
  }

  private String write(JsonNode command) {
    var subject = command.path("subject").asString(null);
    var record =
        new ProducerRecord<>(
            "commands." + organisation, subject, Json.MAPPER.writeValueAsBytes(command));
    try {
      RecordMetadata written = producer.send(record).get();
      return written.topic() + "-" + written.partition() + "@" + written.offset();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The command could not be written to " + record.topic(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while writing the command", e);
    }
  }

  private static String commandOf(ConsumerRecord<String, byte[]> result) {
    var header = result.headers().lastHeader("command");
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    results.close();
  }
}
