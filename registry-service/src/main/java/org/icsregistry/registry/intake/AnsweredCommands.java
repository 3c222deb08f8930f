package org.icsregistry.registry.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.icsregistry.kit.loop.Loop;
import org.icsregistry.registry.publish.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Takes commands off their topics once they are answered: they carry personal data in clear. The
 * position of the readers is committed together with the answers, so what lies before it is never
 * read again.
 */
@Component
class AnsweredCommands extends Loop {

  private static final Logger LOG = LoggerFactory.getLogger(AnsweredCommands.class);

  private final Map<String, Object> settings;
  private final Duration every;
  private final Map<TopicPartition, Long> deleted = new HashMap<>();

  /**
   * @param every how often; zero leaves them to the topic's retention
   */
  AnsweredCommands(
      KafkaProperties kafka, @Value("${registry.kafka.delete-answered-every}") Duration every) {
    super("answered-commands");
    this.settings = kafka.buildAdminProperties();
    this.every = every;
  }

  @Override
  public void start() {
    if (every.isPositive()) {
      super.start();
    }
  }

  @Override
  protected void work() throws InterruptedException {
    try (var admin = Admin.create(settings)) {
      while (isRunning()) {
        delete(admin);
        pause(every);
      }
    }
  }

  private void delete(Admin admin) throws InterruptedException {
    try {
      var answered = new HashMap<TopicPartition, Long>();
      admin
          .listConsumerGroupOffsets(KafkaIntakeConfiguration.GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, position) -> {
            if (partition.topic().startsWith(Topics.COMMANDS)
                && position.offset() != deleted.getOrDefault(partition, 0L)) {
              answered.put(partition, position.offset());
            }
          });
      var orders = new HashMap<TopicPartition, RecordsToDelete>();
      answered.forEach((p, offset) -> orders.put(p, RecordsToDelete.beforeOffset(offset)));
      if (!orders.isEmpty()) {
        admin.deleteRecords(orders).all().get();
        deleted.putAll(answered);
      }
    } catch (ExecutionException | KafkaException e) {
      LOG.warn("Answered commands stay on their topics for now: {}", e.toString());
    }
  }
}
