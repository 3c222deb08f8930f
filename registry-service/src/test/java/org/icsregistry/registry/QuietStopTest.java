package org.icsregistry.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.PublishedLog;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.Traffic;
import org.icsregistry.registry.keys.KeyRing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A stop that somebody asked for is no event: nothing in the log looks like a fault. */
@ExtendWith(OutputCaptureExtension.class)
class QuietStopTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.start();
  private static final String PARTNER = Commands.admitted(REGISTRY);

  @AfterAll
  static void stop() {
    REGISTRY.close();
  }

  @RepeatedTest(3)
  void aStopWhileCommandsAreDecidedAndPublished_isQuiet(CapturedOutput output) {
    try (var kafka = new KafkaPartner(REGISTRY, PARTNER);
        var traffic = new Traffic(REGISTRY, PARTNER)) {
      for (int i = 0; i < 200; i++) {
        var command = Commands.registerVolunteer(PARTNER, Commands.id());
        var _ = kafka.sendLater(null, command.getBytes(UTF_8));
      }
      kafka.resultOf(kafka.send(Commands.registerVolunteer(PARTNER, Commands.id())));
      assertThat(traffic.accepted()).isPositive();
    }
    int before = output.getAll().length();

    REGISTRY.restart();

    assertThat(output.getAll().substring(before))
        .contains("Shutdown completed")
        .doesNotContain("Exception", " ERROR ", " WARN ");
    new PublishedLog(REGISTRY).holdsEachIndexOnce();
  }

  @Test
  void aClientInTheEnvironment_changesNothing_theKeysAreTheRegistrysOwn() {
    try (var registry = REGISTRY.another("registry.client.id=onboarding")) {
      assertThat(registry.bean(KeySource.class)).isInstanceOf(KeyRing.class);
    }
  }
}
