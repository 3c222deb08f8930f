package org.icsregistry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.icsregistry.local.Part.Tier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

  @TempDir Path directory;

  private final Parts parts = new Parts();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Progress progress = new Progress(new PrintStream(shown, true, UTF_8), () -> 0);
  private Path stopped = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    stopped = Files.createFile(directory.resolve("stopped"));
  }

  @AfterEach
  void stopAll() {
    parts.stop(progress);
  }

  @Test
  void services_stop_before_the_broker_and_the_broker_before_the_database() throws Exception {
    startListening("database", Tier.DATABASE);
    startListening("service one", Tier.SERVICE);
    startListening("broker", Tier.BROKER);
    startListening("service two", Tier.SERVICE);
    parts.stop(progress);
    var order = Files.readAllLines(stopped);
    assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("service one", "service two");
    assertThat(order.subList(2, 4)).containsExactly("broker", "database");
    assertThat(parts.firstDeath()).isNotDone();
  }

  @Test
  void a_part_that_dies_is_named_with_its_exit_code_and_its_last_lines() {
    parts.start(
        () -> process("projection-service", Tier.SERVICE, "seq 1 100; echo out of luck; exit 3"));
    PartDied died = parts.firstDeath().orTimeout(10, TimeUnit.SECONDS).join();
    assertThat(died.report())
        .startsWith("projection-service ended unexpectedly (exit code 3).")
        .endsWith("  99\n  100\n  out of luck")
        .doesNotContain("  70\n");
  }

  @Test
  void nothing_starts_once_stopping_has_begun() {
    parts.stop(progress);
    assertThatThrownBy(
            () -> parts.start(() -> process("late", Tier.SERVICE, "echo started > stopped")))
        .isInstanceOf(Refusal.class);
    assertThat(stopped).isEmptyFile();
  }

  @Test
  void a_start_under_way_when_stopping_begins_is_stopped_as_well() throws Exception {
    var starting = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var start =
        CompletableFuture.supplyAsync(() ->
            parts.start(() -> {
              starting.countDown();
              awaitQuietly(goOn);
              return process("slow", Tier.DATABASE, "exec sleep 1000");
            }));
    starting.await();
    var stop = CompletableFuture.runAsync(() -> parts.stop(progress));
    goOn.countDown();
    stop.get(20, TimeUnit.SECONDS);
    assertThat(start.join().process().isAlive()).isFalse();
  }

  private void startListening(String name, Tier tier) {
    Path ready = directory.resolve(name + " ready");
    parts.start(() ->
        process(
            name,
            tier,
            """
            trap 'sleep 0.2; echo "%s" >> stopped; exit 0' TERM
            touch "%s"
            while :; do sleep 0.05; done
            """
                .formatted(name, ready)));
    Awaitility.await().until(() -> Files.exists(ready));
  }

  private JavaPart process(String name, Tier tier, String script) {
    Path log = directory.resolve(name + ".log");
    try {
      var process =
          new ProcessBuilder("/bin/sh", "-c", script)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new JavaPart(name, tier, log, process, Duration.ofSeconds(20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
