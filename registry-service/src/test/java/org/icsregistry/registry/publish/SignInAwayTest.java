package org.icsregistry.registry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.PublishedLog;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The sign-in service goes away and comes back; and what the logs say meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class SignInAwayTest {

  /** How every JSON Web Token begins: a brace and a quote in Base64. */
  private static final String TOKEN = "eyJ";

  @Test
  void who_is_signed_in_goes_on_and_who_starts_waits_and_no_log_line_holds_a_token(
      CapturedOutput output) throws Exception {
    try (var registry = RunningRegistry.startClosed()) {
      var partner = Commands.admitted(registry);
      new PublishedLog(registry).growsTo(registry.store().size());
      try (var kafka = new KafkaPartner(registry, partner)) {
        accepted(kafka, partner);
        registry.signIn().goAway();
        accepted(kafka, partner);

        var restarted = CompletableFuture.runAsync(registry::restart, Thread::startVirtualThread);
        try {
          Awaitility.await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> output.getAll().contains("the service waits and tries again"));
          assertThat(restarted).isNotDone();
        } finally {
          registry.signIn().comeBack();
          restarted.get(60, TimeUnit.SECONDS);
        }
        accepted(kafka, partner);
      }
    }
    assertThat(output.getAll()).contains("Publishing goes on").doesNotContain(TOKEN, "local-");
  }

  private static void accepted(KafkaPartner kafka, String partner) {
    var place = kafka.send(Commands.registerVolunteer(partner, Commands.id()));
    assertThat(kafka.resultOf(place).path("status").asInt()).isEqualTo(201);
  }
}
