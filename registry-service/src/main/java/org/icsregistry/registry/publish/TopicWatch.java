package org.icsregistry.registry.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.icsregistry.kit.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Makes topics of partners again that somebody deleted: all feeds are written together, so one that
 * is missing holds up the others (decision 23). The topics of the log are not made again while the
 * service runs; whoever lost them has to look first.
 */
@Component
final class TopicWatch extends Loop {

  private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

  /** Less than the writer of the feeds waits for a topic, so that it never has to begin again. */
  private static final Duration EVERY = Duration.ofSeconds(10);

  private static final int PATIENCE_MS = 5_000;

  private final Map<String, Object> settings;
  private final Topics topics;
  private final Counter madeAgain;

  TopicWatch(KafkaProperties kafka, Topics topics, MeterRegistry meters) {
    super("topic-watch");
    this.settings = kafka.buildAdminProperties();
    this.topics = topics;
    this.madeAgain = meters.counter("registry.topics.made.again");
  }

  @Override
  protected void work() throws InterruptedException {
    try (var admin = Admin.create(settings)) {
      while (isRunning()) {
        look(admin);
        pause(EVERY);
      }
    }
  }

  private void look(Admin admin) throws InterruptedException {
    try {
      var there = admin.listTopics(new ListTopicsOptions().timeoutMs(PATIENCE_MS)).names().get();
      var missing =
          topics.ofPartners().stream().filter(topic -> !there.contains(topic.name())).toList();
      for (var made : admin.createTopics(missing).values().entrySet()) {
        await(made.getKey(), made.getValue());
      }
    } catch (ExecutionException | KafkaException e) {
      LOG.warn("Whether a partner lacks a topic cannot be seen for now: {}", e.toString());
    }
  }

  private void await(String topic, KafkaFuture<Void> made) throws InterruptedException {
    try {
      made.get();
      madeAgain.increment();
      LOG.warn("{} was missing and is made again; what it held is lost, tell its partner", topic);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) { // made by another instance
        LOG.error("{} is missing and cannot be made again: {}", topic, e.toString());
      }
    }
  }
}
