package org.icsregistry.auditor.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.icsregistry.auditor.source.SourceException;

/** Every record that a reader of the brokers could still get, of every topic. */
final class PlantedTopics {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Map<String, Object> settings;
  private final PlantedScan scan;

  PlantedTopics(Map<String, Object> settings, PlantedScan scan) {
    this.settings = new HashMap<>(settings);
    // Also what was never committed can be read by whoever asks for it.
    this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.scan = scan;
  }

  void read() {
    try (var admin = Admin.create(settings);
        var consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      for (var description : admin.describeTopics(names).allTopicNames().get().values()) {
        read(
            consumer,
            description.partitions().stream()
                .map(p -> new TopicPartition(description.name(), p.partition()))
                .toList());
      }
    } catch (ExecutionException | KafkaException e) {
      throw new SourceException(
          "Expected to read every topic, got %s; the client needs the rights of the registry's own"
              .formatted(e),
          e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    var ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(PATIENCE).forEach(this::look);
    }
  }

  private void look(ConsumerRecord<byte[], byte[]> record) {
    var topic = "topic " + record.topic();
    scan.look(topic, record.key());
    scan.look(topic, record.value());
    record
        .headers()
        .forEach(header -> {
          scan.look(topic, header.key().getBytes(UTF_8));
          scan.look(topic, header.value());
        });
  }
}
