package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import org.icsregistry.kit.fixture.CapturedLog;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** People are written to, and in vain; neither their names nor their addresses get into a log. */
class NoNamesInLogsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PLANTED = List.of("Ada", "Openly", "ada@example.org");

  @Test
  void nothing_planted_is_in_the_log() {
    var levels = LoggingSystem.get(getClass().getClassLoader());
    try (var log = new CapturedLog();
        var world = new World().withPartners()) {
      levels.setLogLevel("org.icsregistry", LogLevel.DEBUG);
      var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      mail.start();
      int port = mail.getSmtp().getPort();
      mail.stop();
      var service = world.startWithMail(port);
      var person = world.newcomer();
      world.closeTheGap(person);
      await().atMost(PATIENCE).until(() -> world.registry.cleared(person));
      for (var path :
          List.of(
              "/v1/journeys?subject=" + person,
              "/v1/journeys?subject=Openly",
              "/v1/journeys?partner=Openly&state=Ada",
              "/v1/Openly")) {
        world.web(service).with(world.signIn.token("R0A", "partner")).get(path);
      }
      await().atMost(PATIENCE).until(() -> log.text().contains("mail server"));

      assertThat(log.text()).contains("Started").doesNotContain(PLANTED);
    } finally {
      levels.setLogLevel("org.icsregistry", null);
    }
  }
}
