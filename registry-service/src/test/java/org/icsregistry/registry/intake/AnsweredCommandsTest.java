package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;

/** Commands carry names in clear, so their topics are emptied as soon as they are answered. */
class AnsweredCommandsTest {

  @Test
  void aCommand_leavesItsTopicOnceItIsAnswered_andTheNextIsStillRead() {
    var registry = RunningRegistry.shared();
    var partner = Commands.admitted(registry);
    try (var kafka = new KafkaPartner(registry, partner)) {
      for (int i = 0; i < 2; i++) {
        var command = Commands.registerVolunteer(partner, Commands.id());
        assertThat(kafka.resultOf(kafka.send(command)).path("status").asInt()).isEqualTo(201);
        await().until(() -> left(registry, "commands." + partner) == 0);
      }
      assertThat(kafka.results()).hasSize(2);
    }
  }

  private static long left(RunningRegistry registry, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.copyOf(registry.kafka("registry")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions = IntStream.range(0, 3).mapToObj(i -> new TopicPartition(topic, i)).toList();
      var first = consumer.beginningOffsets(partitions);
      return consumer.endOffsets(partitions).entrySet().stream()
          .mapToLong(end -> end.getValue() - first.getOrDefault(end.getKey(), 0L))
          .sum();
    }
  }
}
