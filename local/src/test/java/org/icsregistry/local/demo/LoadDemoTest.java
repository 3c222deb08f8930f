package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.icsregistry.engines.EmbeddedBroker;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.local.broker.LocalBroker;
import org.icsregistry.local.demo.fixture.StandInServices;
import org.icsregistry.log.kafka.KafkaSignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a real broker, to the registry's rules. */
class LoadDemoTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path directory;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final SignIn signIn = new SignIn();
  private EmbeddedBroker broker;
  private StandInServices services;

  @BeforeEach
  void start() throws Exception {
    broker = LocalBroker.start(directory, 0, LocalBroker.access(signIn.keys(), signIn.issuer()));
    services =
        new StandInServices(
            KafkaSignIn.settings(
                broker.bootstrapServers(),
                URI.create(signIn.tokenEndpoint()),
                "registry",
                "local-registry"),
            "QOP",
            NOW);
    broker.grant(StandInServices.rules());
  }

  @AfterEach
  void stop() throws Exception {
    services.close();
    broker.close();
    signIn.close();
  }

  @Test
  void load_playsEveryChapter_andASecondRunChangesNothing() {
    assertThat(load()).isZero();
    assertThat(text())
        .contains("chapter 0 of 7: ")
        .contains("chapter 4 of 7: ")
        .contains("Manchester University reuses what The Christie recorded");
    var log = services.log();
    assertThat(log).hasSizeGreaterThan(400);
    assertThat(services.httpSenders()).containsExactly("GB-CHC-1015988");

    assertThat(load()).isZero();
    assertThat(services.log()).isEqualTo(log);

    assertThat(generate("--people", "10")).as("generated people join the demonstration").isZero();
  }

  @Test
  void generate_sendsEverything_andASecondRunChangesNothing() {
    assertThat(generate("--people", "40", "--seed", "3")).isZero();
    assertThat(text()).contains("] 40 of 40 people, ");
    var log = services.log();
    assertThat(log).hasSizeGreaterThan(400);

    assertThat(generate("--people", "40", "--seed", "3")).isZero();
    assertThat(services.log()).isEqualTo(log);
  }

  private int load() {
    return LoadDemo.run(
        out,
        "--bootstrap",
        broker.bootstrapServers(),
        "--registry-url",
        services.url(),
        "--token-url",
        signIn.tokenEndpoint());
  }

  private int generate(String... arguments) {
    var all = new java.util.ArrayList<>(java.util.List.of(arguments));
    all.addAll(java.util.List.of("--send", "--bootstrap", broker.bootstrapServers()));
    all.addAll(java.util.List.of("--token-url", signIn.tokenEndpoint()));
    return Generate.run(out, false, Clock.fixed(NOW, ZoneId.of("UTC")), all.toArray(String[]::new));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
