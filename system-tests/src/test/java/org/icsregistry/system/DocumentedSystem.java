package org.icsregistry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A system that {@code ./run} has started on empty data, and the commands that documents show. */
final class DocumentedSystem {

  private static final Pattern BLOCK =
      Pattern.compile("<!-- test: ([a-z-]+) -->\n```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("localhost:(80[0-9]{2}|9092|5433)\\b");

  /** Added to every port, so that the test can run beside a system that is in use. */
  private static final int OFFSET = 21_000;

  private final Path folder;
  private final Process run;

  private DocumentedSystem(Path folder, Process run) {
    this.folder = folder;
    this.run = run;
  }

  /**
   * What a script printed, and how it ended.
   *
   * @param text of both streams
   */
  record Outcome(int exitCode, String text) {}

  static DocumentedSystem start() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("documented");
    var build = bash("bin/build --packaged --no-train", folder.resolve("build.log"));
    assertThat(build.exitCode()).as(build.text()).isZero();
    var log = folder.resolve("run.log");
    var run =
        process("exec ./run --data %s --offset %d".formatted(folder.resolve("data"), OFFSET), log);
    var system = new DocumentedSystem(folder, run);
    Awaitility.await("the addresses; what ./run printed is in " + log)
        .atMost(Duration.ofMinutes(5))
        .until(() -> !run.isAlive() || Files.readString(log).contains("Ready."));
    assertThat(run.isAlive()).as("./run is running").isTrue();
    return system;
  }

  /**
   * The blocks of a document that are marked as tested, by their names, with this system's
   * addresses.
   */
  Map<String, String> blocks(String document) throws IOException {
    var text = Files.readString(Repository.root().resolve(document));
    return BLOCK
        .matcher(text)
        .results()
        .collect(Collectors.toMap(block -> block.group(1), block -> here(block.group(2))));
  }

  private String here(String commands) {
    return ADDRESS
        .matcher(commands)
        .replaceAll((MatchResult m) -> "localhost:" + (Integer.parseInt(m.group(1)) + OFFSET))
        .replace("$PROJECT/.data", data().toString())
        .replace("<folder of the project>", Repository.root().toString())
        .replace("/tmp/audit", folder.resolve("audit").toString());
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Where Kafka is. */
  static String kafka() {
    return "localhost:" + (9092 + OFFSET);
  }

  /** Where tokens are given. */
  static String signIn() {
    return "localhost:" + (8083 + OFFSET);
  }

  /** Runs a script in the project's folder; the first command that fails ends it. */
  Outcome bash(String script) throws IOException, InterruptedException {
    return bash("set -euo pipefail\n" + script, Files.createTempFile(folder, "commands", ".log"));
  }

  private static Outcome bash(String script, Path log) throws IOException, InterruptedException {
    var process = process(script, log);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("finishes").isTrue();
    return new Outcome(process.exitValue(), Files.readString(log));
  }

  private static Process process(String script, Path log) throws IOException {
    return new ProcessBuilder("bash", "-c", script)
        .directory(Repository.root().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  void stop() throws InterruptedException {
    run.destroy();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("stops on SIGTERM").isTrue();
  }
}
