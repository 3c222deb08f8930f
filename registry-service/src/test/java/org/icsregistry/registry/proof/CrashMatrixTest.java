package org.icsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.proof.CrashingRegistry.Point;
import org.junit.jupiter.api.Test;

/**
 * A registry is killed after each step of append, publish, sign and cosign, and started again on
 * what it left. Every checkpoint that was ever signed stays consistent with all later ones.
 */
class CrashMatrixTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void noTwoCheckpointsContradictEachOther_whateverDiesWhen() throws Exception {
    try (var one = new StandInWitness("one", LogSetup.ORIGIN);
        var two = new StandInWitness("two", LogSetup.ORIGIN);
        var registry = RunningRegistry.start(new LogSetup().policy(one, two).options())) {
      registry.send("QOP", Commands.registerPartner("RBV", "NHS_TRUST"));
      registry.accept("RBV", Commands.sign("RBV", "DSA"), Commands.sign("RBV", "TERMS_OF_USE"));
      var properties = properties(registry);
      registry.application().close();

      for (var point : Point.values()) {
        dieAt(point, properties, registry.signIn().token("RBV", "partner"));
      }

      registry.restart();
      var served = new Served(registry);
      long size = registry.store().size();
      var last = acceptedUpTo(served, size);
      assertThat(size).isGreaterThanOrEqualTo(3 + 2L * Point.values().length);
      LogCheck.everythingHolds(registry.store());

      var seen = new ArrayList<>(one.cosigned());
      seen.addAll(two.cosigned());
      seen.addAll(inTheStore(registry));
      seen.addAll(onTheTopicUpTo(served, last.checkpoint()));
      assertThat(seen.stream().map(SignedCheckpoint::checkpoint).distinct())
          .as("one checkpoint for each size")
          .doesNotHaveDuplicates()
          .extracting(Checkpoint::size)
          .doesNotHaveDuplicates()
          .hasSizeGreaterThan(Point.values().length);
      served.assertConsistent(seen);
    }
  }

  private static List<String> properties(RunningRegistry registry) {
    var environment = registry.application().getEnvironment();
    var properties = new ArrayList<String>();
    for (var name :
        List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.user",
            "spring.flyway.password",
            "spring.kafka.bootstrap-servers",
            "spring.kafka.security.protocol",
            "registry.signin.issuer",
            "registry.keys.kek-file",
            "registry.log.key-file",
            "registry.log.policy-file",
            "registry.log.witness.every")) {
      properties.add("--" + name + "=" + environment.getRequiredProperty(name));
    }
    properties.add(
        "--spring.kafka.producer.properties.interceptor.classes="
            + CrashingRegistry.Producing.class.getName());
    return properties;
  }

  /** Starts it, has it append something, and waits until it is dead. */
  private static void dieAt(Point point, List<String> properties, String token) throws Exception {
    int port = freePort();
    var log = Files.createTempFile("crash-" + point, ".log");
    var process = start(point, port, properties, log);
    try {
      await(point + " is ready; its log is " + log)
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> status(port) == 200);
      boolean dead = false;
      // Once is enough, unless the loops were faster than the word that the log grew.
      for (int command = 0; command < 5 && !dead; command++) {
        register(port, token);
        dead = process.waitFor(10, TimeUnit.SECONDS);
      }
      assertThat(dead).as("dies at %s; its log is %s", point, log).isTrue();
      assertThat(process.exitValue()).as("see " + log).isEqualTo(CrashingRegistry.EXIT_CODE);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void register(int port, String token) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/commands"))
            .header("Content-Type", Commands.ONE)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(Commands.registerVolunteer("RBV", Commands.id())))
            .build();
    try {
      HTTP.send(request, BodyHandlers.discarding());
    } catch (IOException diedBeforeTheAnswer) {
      // As it may: whether it is dead is asked next.
    }
  }

  private static Process start(Point point, int port, List<String> properties, Path log)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(
        List.of(System.getProperty("java.class.path"), CrashingRegistry.class.getName()));
    command.addAll(List.of(point.name(), "--server.port=" + port));
    command.addAll(properties);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static int status(int port) throws IOException, InterruptedException {
    var uri = URI.create("http://localhost:" + port + "/actuator/health/readiness");
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static SignedCheckpoint acceptedUpTo(Served served, long size) {
    return await("cosigned up to " + size)
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(served::checkpoint, c -> c.checkpoint().size() == size);
  }

  private static List<SignedCheckpoint> inTheStore(RunningRegistry registry) {
    return registry
        .store()
        .owner()
        .sql("select note from checkpoint")
        .query((row, _) -> SignedCheckpoint.parse(row.getBytes(1)))
        .list();
  }

  /** The last one comes to the topic with its quorum, even if nothing is appended any more. */
  private static List<SignedCheckpoint> onTheTopicUpTo(Served served, Checkpoint last) {
    return await("the cosigned checkpoint on the topic")
        .atMost(PATIENCE)
        .until(
            served::topic,
            found ->
                found.stream()
                    .anyMatch(c ->
                        c.checkpoint().equals(last) && served.policy().verify(c).quorumReached()));
  }
}
