package org.icsregistry.registry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    await().until(() -> agreement.refusal().isPresent());
    assertThat(agreement.refusal().orElseThrow())
        .contains(why)
        .contains("restore a newer backup, or the missing entries from the topic");
    assertThat(registry.get("/actuator/health/readiness").status()).isEqualTo(503);
    var command = Commands.registerPartner(Commands.organisation(), "HOSPICE");
    assertThat(registry.send(Commands.HOST, command).code()).isEqualTo("UNAVAILABLE");
    assertThat(registry.store().size()).isEqualTo(size);
  }
}
