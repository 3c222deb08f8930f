package org.icsregistry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The README's first ten minutes, word for word, on a system that {@code ./run} has started on
 * empty data.
 */
class ReadmeTest {

  private static final Pattern BLOCK =
      Pattern.compile("<!-- test: ([a-z-]+) -->\n```sh\n(.*?)```", Pattern.DOTALL);

  /** Added to every port, so that the test can run beside a system that is in use. */
  private static final int OFFSET = 21_000;

  @Test
  void firstTenMinutesWork() throws Exception {
    var root = Repository.root();
    var readme = Files.readString(root.resolve("README.md"));
    var blocks =
        BLOCK.matcher(readme).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    assertThat(blocks).containsOnlyKeys("token", "register", "kafka", "as-of");

    var folder = Files.createTempDirectory("readme");
    assertThat(bash("bin/build --packaged --no-train", folder.resolve("build.log"))).isZero();
    var run =
        start(
            "exec ./run --data %s --offset %d".formatted(folder.resolve("data"), OFFSET),
            folder.resolve("run.log"));
    try {
      awaitAddresses(run, folder.resolve("run.log"));
      var output = folder.resolve("commands.log");
      var script =
          List.of("token", "register", "kafka", "as-of").stream()
              .map(blocks::get)
              .collect(
                  Collectors.joining(
                      "\n",
                      "set -euo pipefail\nexport REGISTRY_KAFKA=localhost:"
                          + (9092 + OFFSET)
                          + "\nexport REGISTRY_TOKEN_URL=http://localhost:8083/oauth2/token\n",
                      ""));
      assertThat(bash(withOffset(script), output)).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output))
          .contains("VolunteerRegistered.v1")
          .contains("CheckRecorded.v1")
          .contains("\"code\":\"NOT_FOUND\"")
          .contains("IDENTITY");
    } finally {
      run.destroy();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("stops on SIGTERM").isTrue();
    }
  }

  private static void awaitAddresses(Process run, Path log) {
    Awaitility.await("the addresses; what ./run printed is in " + log)
        .atMost(Duration.ofMinutes(5))
        .until(() -> !run.isAlive() || Files.readString(log).contains("Ready."));
    assertThat(run.isAlive()).as("./run is running").isTrue();
  }

  private static String withOffset(String script) {
    return Pattern.compile("localhost:(80[0-9]{2})\\b")
        .matcher(script)
        .replaceAll((MatchResult m) -> "localhost:" + (Integer.parseInt(m.group(1)) + OFFSET));
  }

  private static int bash(String script, Path log) throws IOException, InterruptedException {
    var process = start(script, log);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("finishes").isTrue();
    return process.exitValue();
  }

  private static Process start(String script, Path log) throws IOException {
    return new ProcessBuilder("bash", "-c", script)
        .directory(Repository.root().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
