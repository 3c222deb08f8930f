package org.icsregistry.registry.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.PublishedLog;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.Traffic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever befalls the publisher, readers get every index exactly once. */
class PublisherFaultsTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.start();
  private static final PublishedLog TOPIC = new PublishedLog(REGISTRY);

  private final String partner = Commands.admitted(REGISTRY);

  @AfterAll
  static void stop() {
    REGISTRY.close();
  }

  @Test
  void aZombiePublisher_isFenced_andNothingOfItIsSeen()
      throws ExecutionException, InterruptedException {
    long next = REGISTRY.store().size();
    TOPIC.growsTo(next);
    try (var zombie = publisherOfOld()) {
      zombie.initTransactions();
      zombie.beginTransaction();
      zombie.send(PublishedRows.Row.of(next, "zombie", "{}".getBytes(UTF_8)).record()).get();

      REGISTRY.accept(partner, Commands.registerVolunteer(partner, Commands.id()));
      TOPIC.growsTo(next + 1);

      assertThatThrownBy(zombie::commitTransaction)
          .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
    }
    TOPIC.holdsEachIndexOnce();
  }

  private static KafkaProducer<String, byte[]> publisherOfOld() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            REGISTRY.broker().bootstrapServers(),
            "transactional.id",
            "registry-log-publisher"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Test
  void aPublisherThatLosesItsElection_isReplaced_withoutHoleOrDouble() {
    try (var second = REGISTRY.another();
        var traffic = new Traffic(REGISTRY, partner)) {
      for (int i = 0; i < 5; i++) {
        await().until(() -> endElection() == 1);
        TOPIC.growsTo(REGISTRY.store().size());
      }
      assertThat(traffic.accepted()).isPositive();
      assertThat(second.application().isRunning()).isTrue();
    }
    TOPIC.holdsEachIndexOnce();
  }

  /** Ends the database session that holds the publisher's lock, as a failover would. */
  private static int endElection() {
    var database = REGISTRY.database();
    return JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), database.app(), database.appPassword()))
        .sql(
            """
            select pg_terminate_backend(l.pid)
            from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
            where l.locktype = 'advisory' and l.granted
            """)
        .query(Boolean.class)
        .list()
        .size();
  }

  @Test
  void aBrokerThatGoesAndComesBackInMidPublishing_leavesNoHoleAndNoDouble() {
    try (var traffic = new Traffic(REGISTRY, partner)) {
      for (int i = 0; i < 2; i++) {
        int before = traffic.accepted();
        REGISTRY.broker().restart();
        await().until(() -> traffic.accepted() > before + 100);
      }
    }
    TOPIC.holdsEachIndexOnce();
    try (var kafka = new KafkaPartner(REGISTRY, partner)) {
      var place = kafka.send(Commands.registerVolunteer(partner, Commands.id()));
      assertThat(kafka.resultOf(place).path("status").asInt()).isEqualTo(201);
    }
  }

  @Test
  void twoInstancesThatBothTakeCommands_publishOneLog_alsoWhenEitherIsStopped() {
    try (var second = REGISTRY.another()) {
      try (var one = new Traffic(REGISTRY, partner);
          var two = new Traffic(second, partner)) {
        await().until(() -> one.accepted() > 200 && two.accepted() > 200);
      }
      REGISTRY.restart();
      try (var one = new Traffic(REGISTRY, partner);
          var two = new Traffic(second, partner)) {
        await().until(() -> one.accepted() > 200 && two.accepted() > 200);
      }
    }
    TOPIC.holdsEachIndexOnce();
    LogCheck.everythingHolds(REGISTRY.store());
  }
}
