package org.icsregistry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.icsregistry.log.policy.TlogPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as a process, with the real engines and sign-in, and small programs in place of the
 * three services.
 */
class RunTest {

  @TempDir static Path directory;

  private static final PortPlan PORTS = PortPlan.ofFreePorts();

  private final List<Process> started = new ArrayList<>();

  @BeforeAll
  static void build() throws IOException {
    StandIns.project(directory);
  }

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(process -> process.destroy());
    started.forEach(process -> process.onExit().join());
  }

  @Test
  void it_starts_everything_and_a_signal_stops_everything_in_order() throws Exception {
    Process launcher = runUntilReady();
    assertThat(get(Place.SIGN_IN, "/.well-known/openid-configuration"))
        .contains("\"issuer\":\"%s\"".formatted(PORTS.url(Place.SIGN_IN)));
    assertThat(get(Place.REGISTRY, "/environment").lines())
        .contains(
            "SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:%d/registry"
                .formatted(PORTS.of(Place.POSTGRES)),
            "SPRING_DATASOURCE_USERNAME=registry_app",
            "SPRING_FLYWAY_USER=registry_owner",
            "SPRING_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + PORTS.of(Place.KAFKA),
            "REGISTRY_SIGNIN_ISSUER=" + PORTS.url(Place.SIGN_IN),
            "REGISTRY_ICS_HOST=QOP",
            "REGISTRY_KEYS_KEK_FILE=" + data().resolve("keys").resolve("kek"));
    assertWitnessed();
    assertThat(get(Place.ONBOARDING, "/environment").lines())
        .contains(
            "REGISTRY_URL=" + PORTS.url(Place.REGISTRY),
            "REGISTRY_CLIENT_ID=onboarding",
            "REGISTRY_CLIENT_SECRET=local-onboarding",
            "REGISTRY_MESSAGES_ENABLED=true",
            "SPRING_MAIL_PORT=" + PORTS.of(Place.SMTP))
        .noneMatch(line -> line.startsWith("REGISTRY_KEYS_KEK_FILE"));
    assertThat(get(Place.FRONT_DOOR, "/environment").lines())
        .contains("REGISTRY_CLIENT_ID=projection", "REGISTRY_FRONTDOOR_CLIENT_ID=front-door");

    assertThat(get(Place.MAILBOX, "/")).contains("No letter has arrived yet");

    launcher.destroy();
    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(143);
    assertThat(output().lines().filter(line -> line.contains("stopp")).toList())
        .hasSize(4)
        .satisfiesExactly(
            line -> assertThat(line).contains("sign-in", "registry-service", "onboarding-service"),
            line -> assertThat(line).contains("stopping kafka"),
            line -> assertThat(line).contains("stopping PostgreSQL"),
            line -> assertThat(line).endsWith("stopped"));
    assertThat(PORTS.problems()).isEmpty();
  }

  private static void assertWitnessed() throws Exception {
    var policy = TlogPolicy.parse(Files.readAllBytes(data().resolve("log-policy")));
    assertThat(policy.witnesses())
        .extracting(witness -> witness.name() + " " + witness.url().orElse(""))
        .containsExactly(
            "RBV " + PORTS.url(Place.WITNESS_RBV), "R0A " + PORTS.url(Place.WITNESS_R0A));
    assertThat(get(Place.REGISTRY, "/environment").lines())
        .contains("REGISTRY_LOG_POLICY_FILE=" + data().resolve("log-policy"));
    assertThat(get(Place.WITNESS_R0A, "/"))
        .contains("--name " + policy.witnesses().get(1).key().name())
        .contains("--log " + policy.logs().getFirst().key().text())
        .doesNotContain("--init")
        .endsWith("--port " + PORTS.of(Place.WITNESS_R0A));
    assertThat(data().resolve("witnesses").resolve("R0A").resolve("state")).isDirectory();
  }

  @Test
  void when_a_service_dies_it_says_which_shows_its_log_and_stops_the_rest() throws Exception {
    Process launcher = runUntilReady();
    assertThat(dies(Place.ONBOARDING)).isTrue();
    assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(1);
    assertThat(output())
        .contains("onboarding-service ended unexpectedly (exit code 7)")
        .contains("  the very last line");
    assertThat(PORTS.problems()).isEmpty();
  }

  @Test
  void when_a_witness_dies_it_says_so_and_the_rest_goes_on() throws Exception {
    Process launcher = runUntilReady();
    assertThat(dies(Place.WITNESS_RBV)).isTrue();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> output().contains("witness-RBV ended (exit code 7); the log goes on"));
    assertThat(launcher.isAlive()).isTrue();
    assertThat(get(Place.REGISTRY, "/actuator/health/readiness")).isEqualTo("UP");
  }

  @Test
  void what_a_killed_launcher_left_running_is_ended_at_the_next_start() throws Exception {
    Process killed = runUntilReady();
    killed.destroyForcibly().waitFor();
    assertThat(PORTS.problems()).isNotEmpty();
    runUntilReady();
    assertThat(output()).contains("ended what an earlier run left behind");
  }

  @Test
  void a_taken_port_is_refused_before_anything_starts() throws Exception {
    try (var stranger =
        new java.net.ServerSocket(
            PORTS.of(Place.KAFKA), 5, java.net.InetAddress.getLoopbackAddress())) {
      Process launcher = run();
      assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(launcher.exitValue()).isEqualTo(1);
      assertThat(output())
          .contains(
              "Port %d, wanted by the Kafka broker, is taken".formatted(stranger.getLocalPort()))
          .doesNotContain("ready", "\tat ");
    }
  }

  @Test
  void an_unknown_option_gets_a_hint_and_exit_code_2() throws Exception {
    Process launcher = run("--port-fornt", "1");
    assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(launcher.exitValue()).isEqualTo(2);
    assertThat(output()).contains("--port-fornt").contains("See ./run --help");
  }

  private Process runUntilReady() throws IOException {
    Process launcher = run();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .failFast("the launcher ended", () -> !launcher.isAlive())
        .until(() -> output().contains("Ready. Ctrl-C stops everything."));
    return launcher;
  }

  private Process run(String... more) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dicsregistry.home=" + directory,
                "-Dlogback.configurationFile=engine-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--no-demo"));
    for (Place place : Place.values()) {
      command.addAll(List.of(place.option, Integer.toString(PORTS.of(place))));
    }
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(outputFile().toFile())
            .start();
    started.add(process);
    return process;
  }

  private static Path data() {
    return directory.resolve(".data");
  }

  private static Path outputFile() {
    return directory.resolve("output");
  }

  private static String output() throws IOException {
    return Files.readString(outputFile(), UTF_8);
  }

  private static String get(Place place, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(PORTS.url(place) + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static boolean dies(Place place) throws Exception {
    try {
      get(place, "/die");
      return false;
    } catch (IOException connectionLost) {
      return true;
    }
  }
}
