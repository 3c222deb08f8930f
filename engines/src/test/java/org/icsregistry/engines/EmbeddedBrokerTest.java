package org.icsregistry.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  @TempDir Path directory;

  @Test
  void committed_records_survive_a_restart() throws Exception {
    try (var broker = EmbeddedBroker.start(directory, 0)) {
      createTopic(broker.bootstrapServers(), "kept");
      send(broker.bootstrapServers(), "kept", "one");
      broker.restart();
      send(broker.bootstrapServers(), "kept", "two");
    }
    try (var broker = EmbeddedBroker.start(directory, 0)) {
      assertThat(committed(broker.bootstrapServers(), "kept", 2)).containsExactly("one", "two");
    }
  }

  @Test
  void committed_records_survive_a_kill_of_the_broker_process() throws Exception {
    int port;
    try (var broker = EngineProcess.kafka(directory, 0)) {
      port = broker.port();
      createTopic("127.0.0.1:" + port, "kept");
      send("127.0.0.1:" + port, "kept", "one");
      broker.kill();
    }
    try (var broker = EngineProcess.kafka(directory, port)) {
      send("127.0.0.1:" + broker.port(), "kept", "two");
      assertThat(committed("127.0.0.1:" + port, "kept", 2)).containsExactly("one", "two");
    }
  }

  @Test
  void a_topic_nobody_created_does_not_appear() {
    String servers = SharedEngines.broker().bootstrapServers();
    try (var producer = new KafkaProducer<String, String>(producerSettings(servers, "stray"))) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("stray", "x")).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void a_second_start_on_the_same_directory_is_refused() {
    try (var broker = EmbeddedBroker.start(directory, 0)) {
      assertThat(broker.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is in use by process");
    }
  }

  private static void createTopic(String servers, String topic) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static void send(String servers, String topic, String value) throws Exception {
    var settings = new java.util.HashMap<>(producerSettings(servers, topic));
    settings.put("transactional.id", "writer");
    settings.put("max.block.ms", 30_000);
    try (var producer = new KafkaProducer<String, String>(settings)) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, value)).get();
      producer.commitTransaction();
    }
  }

  private static List<String> committed(String servers, String topic, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers,
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest",
            "key.deserializer",
            StringDeserializer.class,
            "value.deserializer",
            StringDeserializer.class);
    var values = new ArrayList<String>();
    try (var consumer = new KafkaConsumer<String, String>(settings)) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      for (int poll = 0; poll < 30 && values.size() < count; poll++) {
        consumer.poll(Duration.ofSeconds(1)).forEach(entry -> values.add(entry.value()));
      }
    }
    return values;
  }

  private static Map<String, Object> producerSettings(String servers, String topic) {
    return Map.of(
        "bootstrap.servers",
        servers,
        "client.id",
        topic,
        "compression.type",
        "zstd",
        "max.block.ms",
        2_000,
        "key.serializer",
        StringSerializer.class,
        "value.serializer",
        StringSerializer.class);
  }
}
