package org.icsregistry.registry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.PublishedLog;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The sign-in service goes away and comes back; and what the logs say meanwhile. */
class SignInAwayTest {

  @Test
  void who_is_signed_in_goes_on_and_who_starts_waits_and_no_log_line_holds_a_token()
      throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    lines.start();
    root.addAppender(lines);
    try (var registry = RunningRegistry.startClosed()) {
      var partner = Commands.admitted(registry);
      new PublishedLog(registry).growsTo(registry.store().size());
      try (var kafka = new KafkaPartner(registry, partner)) {
        accepted(kafka, partner);
        registry.signIn().goAway();
        accepted(kafka, partner);

        var restarted = CompletableFuture.runAsync(registry::restart, Thread::startVirtualThread);
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> text(lines).anyMatch(l -> l.contains("the service waits and tries again")));
        assertThat(restarted).isNotDone();

        registry.signIn().comeBack();
        restarted.get(60, TimeUnit.SECONDS);
        accepted(kafka, partner);
      }
    } finally {
      root.detachAppender(lines);
    }
    assertThat(text(lines)).isNotEmpty().noneMatch(line -> line.contains("eyJ"));
    assertThat(text(lines)).noneMatch(line -> line.contains("local-registry"));
  }

  private static void accepted(KafkaPartner kafka, String partner) {
    var place = kafka.send(Commands.registerVolunteer(partner, Commands.id()));
    assertThat(kafka.resultOf(place).path("status").asInt()).isEqualTo(201);
  }

  private static java.util.stream.Stream<String> text(ListAppender<ILoggingEvent> lines) {
    return List.copyOf(lines.list).stream()
        .map(line ->
            line.getThrowableProxy() == null
                ? line.getFormattedMessage()
                : line.getFormattedMessage()
                    + ThrowableProxyUtil.asString(line.getThrowableProxy()));
  }
}
