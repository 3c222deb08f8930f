package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/London"));

  @TempDir Path directory;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void out_writesTheSameFileAgain() throws IOException {
    Path first = directory.resolve("first.jsonl");
    Path second = directory.resolve("second.jsonl");
    assertThat(run("--people", "50", "--out", first.toString())).isZero();
    assertThat(run("--people", "50", "--out", second.toString(), "--today", "2026-11-22")).isZero();
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Files.readAllLines(first))
        .hasSizeGreaterThan(500)
        .allMatch(line -> line.startsWith("{\"specversion\":\"1.0\""));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("[##############################] 50 of 50 people");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "--people 5",
        "--people 5 --send --out f",
        "--people many --out f",
        "--out f",
        "--people 5 --out f --partners 0",
        "--people 5 --out f --partners 51",
        "--people -1 --out f",
        "--people 5 --send --in-flight 0"
      })
  void wrongOptions_endWithTwo(String options) {
    assertThat(run(options.split(" "))).isEqualTo(2);
  }

  @Test
  void out_endsWithOne_whenTheFileCannotBeWritten() {
    assertThat(run("--people", "5", "--out", directory.resolve("no/such/file").toString()))
        .isEqualTo(1);
  }

  @Test
  void program_runsWithoutATerminal() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Generate.class.getName(),
                "--people",
                "1",
                "--out",
                directory.resolve("one.jsonl").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed.txt").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(directory.resolve("printed.txt")).content().contains("1 of 1 people");
  }

  @Test
  void help_endsWithZero() {
    assertThat(run("--help")).isZero();
  }

  private int run(String... arguments) {
    return Generate.run(
        new PrintStream(printed, true, StandardCharsets.UTF_8), false, CLOCK, arguments);
  }
}
