package org.icsregistry.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.icsregistry.system.DocumentedSystem.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's first ten minutes, the auditor's guide and a partner's feed, word for word. */
class DocumentedCommandsTest {

  private static final String KAFKA =
      "export REGISTRY_KAFKA=%s\nexport REGISTRY_TOKEN_URL=http://%s/oauth2/token\n"
          .formatted(DocumentedSystem.kafka(), DocumentedSystem.signIn());

  private static @Nullable DocumentedSystem system;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    system = DocumentedSystem.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (system != null) {
      system.stop();
    }
  }

  @Test
  void firstTenMinutesWork() throws Exception {
    var blocks = system().blocks("README.md");
    assertThat(blocks).containsOnlyKeys("token", "register", "kafka", "as-of");
    var outcome =
        system()
            .bash(
                List.of("token", "register", "kafka", "as-of").stream()
                    .map(blocks::get)
                    .collect(Collectors.joining("\n", KAFKA, "")));
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(outcome.text())
        .contains("VolunteerRegistered.v1")
        .contains("CheckRecorded.v1")
        .contains("\"code\":\"NOT_FOUND\"")
        .contains("IDENTITY");
  }

  @Test
  void aPartnerReadsItsFeed_andChecksAnEntryOfIt() throws Exception {
    var guide = system().blocks("docs/partner-guide.md");
    assertThat(guide).containsOnlyKeys("feed", "feed-check");
    var outcome =
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(5))
            .until(
                () -> system().bash(KAFKA + guide.get("feed") + guide.get("feed-check")),
                told -> told.exitCode() == 0); // the newest entries may not be cosigned yet
    assertThat(outcome.text()).contains("\"specversion\":\"1.0\"").contains("PROVED");
  }

  @Test
  void anAuditorFindsEverythingAsSigned_provesOneEventElsewhere_andReplaysAPassport()
      throws Exception {
    var guide = guide();
    expect(guide, "verify", "As signed: entries 0 to");
    expect(guide, "go-on", "As signed");
    expect(guide, "prove", "PROVED");
    expect(guide, "check", "PROVED");
    expect(guide, "replay", "1 passports compared, no difference");
    expect(guide, "replay-everybody", "compared, no difference");
    expect(guide, "export", "As signed: entries 0 to");
    expect(guide, "monitor", "");
    expect(guide, "fsck", "");
  }

  @Test
  void anAuditorIsTold_whichEventSomebodyChangedInTheDatabase() throws Exception {
    Assumptions.assumeTrue(system().bash("command -v psql").exitCode() == 0, "psql is there");
    var guide = guide();
    expect(guide, "prove", "");
    var changed = run(guide, "tamper");
    expect(guide, "kafka-has-it", "same");
    var putBack = run(guide, "tamper");

    assertThat(changed.exitCode()).as(changed.text()).isEqualTo(1);
    assertThat(changed.text()).contains("ALARM ENTRY_ALTERED at index 100 (http)");
    assertThat(putBack.text()).contains("As signed: entries 0 to");
  }

  /**
   * What was appended a second ago is not cosigned yet (4), and in the first minute there is
   * nothing to say about a minute ago (3): asked again, there is.
   */
  private static void expect(Map<String, String> guide, String block, String words) {
    var outcome = eventually(guide, block);
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(outcome.text()).contains(words);
  }

  private static Outcome eventually(Map<String, String> guide, String block) {
    return Awaitility.await(block)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(5))
        .until(
            () -> run(guide, block), outcome -> outcome.exitCode() != 3 && outcome.exitCode() != 4);
  }

  private static Outcome run(Map<String, String> guide, String block)
      throws IOException, InterruptedException {
    return system().bash(guide.get("set-up") + guide.get(block));
  }

  private static Map<String, String> guide() throws IOException {
    var guide = system().blocks("docs/auditor-guide.md");
    assertThat(guide)
        .containsOnlyKeys(
            "set-up",
            "verify",
            "go-on",
            "prove",
            "check",
            "replay",
            "replay-everybody",
            "export",
            "tamper",
            "kafka-has-it",
            "monitor",
            "fsck");
    return guide;
  }

  private static DocumentedSystem system() {
    return requireNonNull(system);
  }
}
