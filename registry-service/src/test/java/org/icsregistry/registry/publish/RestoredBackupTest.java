package org.icsregistry.registry.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.engines.EmbeddedBroker;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.registry.fixture.Backup;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.PublishedLog;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.Lifecycle;

/** Readers hold what an older backup has forgotten, so nothing is published over it. */
@ExtendWith(OutputCaptureExtension.class)
class RestoredBackupTest {

  @Test
  void aTopicAheadOfTheDatabase_isRefusedLoudly_untilTheDatabaseIsComplete(CapturedOutput output) {
    try (var registry = RunningRegistry.start()) {
      var topic = new PublishedLog(registry);
      var partner = Commands.admitted(registry);
      var older = Backup.of(registry.store());
      register(registry, partner, 3);
      topic.holdsEachIndexOnce();
      var whole = Backup.of(registry.store());
      long size = registry.store().size();

      restored(registry, older);
      refused(registry, "the topic ends with index " + (size - 1));
      assertThat(output).contains("Nothing is published: the topic ends with index");

      registry.application().close();
      goesOnBesideTheTopic(registry, partner, 5);
      registry.restart();
      refused(registry, "of the log is another one than on the topic");
      assertThat(topic.size()).isEqualTo(size);

      restored(registry, whole);
      register(registry, partner, 1);
      topic.holdsEachIndexOnce();
      assertThat(registry.get("/actuator/health/readiness").status()).isEqualTo(200);
      LogCheck.everythingHolds(registry.store());
    }
  }

  @Test
  void beforeTheTopicsWereAsked_nothingIsAcceptedOrSigned_fromNobody() throws Exception {
    var directory = Files.createTempDirectory("kafka");
    var broker = EmbeddedBroker.start(directory, 0);
    var servers = broker.bootstrapServers();
    try (var registry = RunningRegistry.start("spring.kafka.bootstrap-servers=" + servers)) {
      var partner = Commands.admitted(registry);
      var older = withSomethingToSign(registry, partner);
      register(registry, partner, 3);
      long published = registry.store().size();
      await().until(() -> registry.bean(LogPublisher.class).published() == published);
      var whole = Backup.of(registry.store());
      registry.application().close();
      sendOverKafka(servers, partner);
      broker.close();

      older.restore();
      var before = State.of(registry);
      registry.restart();
      await().during(Duration.ofSeconds(2)).until(() -> refuses(registry, partner));
      assertThat(State.of(registry)).isEqualTo(before);

      broker = EmbeddedBroker.start(directory, broker.port());
      var agreement = registry.bean(Agreement.class);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> refuses(registry, partner) && agreement.refusal().isPresent());
      await().during(Duration.ofSeconds(2)).until(() -> refuses(registry, partner));
      assertThat(State.of(registry)).isEqualTo(before);

      restored(registry, whole);
      register(registry, partner, 1);
      long withTheOneThatWaitedOnKafka = published + 4;
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> registry.store().size() == withTheOneThatWaitedOnKafka);
      LogCheck.everythingHolds(registry.store());
    } finally {
      broker.close();
    }
  }

  /** What would grow if anything was accepted or signed. */
  private record State(long size, long signed) {

    static State of(RunningRegistry registry) {
      var owner = registry.store().owner();
      return new State(
          registry.store().size(),
          owner.sql("select size from checkpoint_head").query(Long.class).single());
    }
  }

  private static Backup withSomethingToSign(RunningRegistry registry, String partner) {
    var signing = (Lifecycle) registry.application().getBean("checkpointLoop");
    signing.stop();
    register(registry, partner, 1);
    var backup = Backup.of(registry.store());
    assertThat(State.of(registry).signed()).isLessThan(State.of(registry).size());
    signing.start();
    return backup;
  }

  private static void sendOverKafka(String servers, String partner) throws Exception {
    var command = Commands.registerVolunteer(partner, Commands.id()).getBytes(UTF_8);
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("commands." + partner, command)).get();
    }
  }

  private static boolean refuses(RunningRegistry registry, String partner) {
    var reply = registry.send(partner, Commands.registerVolunteer(partner, Commands.id()));
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("UNAVAILABLE");
    assertThat(reply.response().headers().firstValue("Retry-After")).hasValue("1");
    assertThat(registry.get("/actuator/health/readiness").status()).isEqualTo(503);
    assertThat(registry.get("/actuator/health/liveness").status()).isEqualTo(200);
    return true;
  }

  private static void register(RunningRegistry registry, String partner, int people) {
    for (int i = 0; i < people; i++) {
      registry.accept(partner, Commands.registerVolunteer(partner, Commands.id()));
    }
  }

  /** As when nobody notices: the registry runs on another broker, where nothing contradicts it. */
  private static void goesOnBesideTheTopic(RunningRegistry registry, String partner, int people) {
    try (var elsewhere =
        registry.another(
            "spring.kafka.bootstrap-servers=" + SharedEngines.broker().bootstrapServers())) {
      register(elsewhere, partner, people);
    }
  }

  private static void restored(RunningRegistry registry, Backup backup) {
    registry.application().close();
    backup.restore();
    registry.restart();
  }

  private static void refused(RunningRegistry registry, String why) {
    var agreement = registry.bean(Agreement.class);
    long size = registry.store().size();
    assertThat(agreement.refusal().orElseThrow())
        .contains(why)
        .contains("restore a newer backup, or the missing entries from the topic");
    assertThat(registry.get("/actuator/health/readiness").status()).isEqualTo(503);
    var command = Commands.registerPartner(Commands.organisation(), "HOSPICE");
    assertThat(registry.send(Commands.HOST, command).code()).isEqualTo("UNAVAILABLE");
    assertThat(registry.store().size()).isEqualTo(size);
  }
}
