package org.icsregistry.system;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.icsregistry.engines.Database;
import org.icsregistry.engines.EmbeddedPostgres;
import org.icsregistry.engines.EngineProcess;
import org.icsregistry.local.signin.SignInApplication;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.policy.TlogPolicy;

/**
 * The whole system as separate processes, each of which can be killed and started again on its
 * data.
 */
final class Cluster implements AutoCloseable {

  /** What can be killed. */
  enum Part {
    REGISTRY("registry-service"),
    ONBOARDING("onboarding-service"),
    PROJECTION("projection-service"),
    SIGN_IN("sign-in"),
    WITNESS("auditor");

    private final String module;

    Part(String module) {
      this.module = module;
    }
  }

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Java with its three options, and the jar. */
  private static final int JAVA_AND_JAR = 6;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path home;
  private final EmbeddedPostgres postgres;
  private final int kafkaPort = freePort();
  private EngineProcess kafka;
  private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
  private final Map<Part, Process> processes = new EnumMap<>(Part.class);

  Cluster() throws IOException {
    home = Files.createTempDirectory("cluster");
    Files.writeString(home.resolve("kek"), Base64.getEncoder().encodeToString(new byte[32]));
    for (var part : Part.values()) {
      ports.put(part, freePort());
    }
    writeLogTrust();
    initialiseWitness();
    postgres = EmbeddedPostgres.start(home.resolve("postgres"), 0);
    kafka = EngineProcess.kafka(home.resolve("kafka"), kafkaPort);
    for (var part : List.of(Part.values())) {
      start(part);
    }
    List.of(Part.values()).forEach(this::awaitReady);
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  String bootstrap() {
    return "127.0.0.1:" + kafkaPort;
  }

  /** Log files of all that has run so far. */
  List<Path> logs() throws IOException {
    try (var files = Files.list(home)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  /** Runs {@code bin/audit} as an operator does; its exit code and what it said. */
  Said audit(String... arguments) throws IOException {
    var command = new ArrayList<>(command(Part.WITNESS).subList(0, JAVA_AND_JAR));
    command.addAll(List.of(arguments));
    var output = Files.createTempFile(home, "audit", ".txt");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    var environment = builder.environment();
    environment.put("AUDIT_ISSUER", uri(Part.SIGN_IN, "").toString());
    environment.put("AUDIT_CLIENT", "auditor");
    environment.put("AUDIT_SECRET", "local-auditor");
    for (var service : List.of("registry", "onboarding", "projection")) {
      var database = postgres.database(service);
      var variables = "AUDIT_" + service.toUpperCase(Locale.ROOT) + "_DB_";
      environment.put(variables + "USER", database.owner());
      environment.put(variables + "PASSWORD", database.ownerPassword());
    }
    int code = builder.start().onExit().join().exitValue();
    return new Said(code, Files.readString(output));
  }

  /** What a program told its caller. */
  record Said(int exitCode, String text) {}

  URI uri(Part part, String path) {
    return URI.create("http://localhost:" + port(part) + path);
  }

  /** As {@code kill -9} does, then starts it again and waits until it is ready. */
  void killAndRestart(Part part) {
    requireNonNull(processes.get(part)).destroyForcibly().onExit().join();
    start(part);
    awaitReady(part);
  }

  void killAndRestartBroker() {
    kafka.kill();
    kafka = EngineProcess.kafka(home.resolve("kafka"), kafkaPort);
  }

  void killAndRestartDatabase() {
    postgres.kill();
    postgres.restart();
  }

  void awaitReady(Part part) {
    Awaitility.await(part + " is ready; its log is " + log(part))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> ready(part));
  }

  private boolean ready(Part part) throws InterruptedException {
    var path =
        switch (part) {
          case SIGN_IN -> "/.well-known/openid-configuration";
          case WITNESS -> "/";
          case REGISTRY, ONBOARDING, PROJECTION -> "/actuator/health/readiness";
        };
    try {
      return HTTP.send(HttpRequest.newBuilder(uri(part, path)).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Once only: a witness that has lost its state must not begin anew by itself. */
  private void initialiseWitness() throws IOException {
    var command = new ArrayList<>(command(Part.WITNESS));
    command.add("--init");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(Part.WITNESS).toFile()))
            .start();
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      throw new IllegalStateException(
          "The witness could not begin (exit code %d); its log is %s"
              .formatted(code, log(Part.WITNESS)));
    }
  }

  private void start(Part part) {
    try {
      var builder = new ProcessBuilder(command(part)).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(part).toFile()));
      builder.environment().putAll(environment(part));
      processes.put(part, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Part part) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    if (part == Part.SIGN_IN) {
      command.addAll(
          List.of("-cp", System.getProperty("java.class.path"), SignInApplication.class.getName()));
    } else {
      command.addAll(List.of("-jar", jar(part.module).toString()));
    }
    if (part == Part.WITNESS) {
      command.addAll(witnessOptions());
    }
    return command;
  }

  /** The keys of the log and of one witness, which has to cosign, in the files of an operator. */
  private void writeLogTrust() throws IOException {
    var log = SigningKey.generate("localhost/log", KeyType.ED25519);
    var witness = SigningKey.generate("localhost/witness", KeyType.ED25519_COSIGNATURE);
    Files.writeString(home.resolve("log-key"), log.secretText());
    Files.writeString(home.resolve("witness-key"), witness.secretText());
    Files.writeString(
        policy(),
        "log %s\nwitness RBV %s %s\nquorum RBV\n"
            .formatted(
                log.verifierKey().text(), witness.verifierKey().text(), uri(Part.WITNESS, "")));
  }

  /** Whom to trust about the log. */
  Path policy() {
    return home.resolve("log-policy");
  }

  private List<String> witnessOptions() throws IOException {
    var log = TlogPolicy.parse(Files.readAllBytes(policy())).logs().getFirst().key().text();
    var state = home.resolve("witness-state");
    var options = new ArrayList<>(List.of("witness", "--name", "localhost/witness"));
    options.addAll(List.of("--key-file", home.resolve("witness-key").toString(), "--log", log));
    options.addAll(
        List.of("--state", state.toString(), "--port", Integer.toString(port(Part.WITNESS))));
    return options;
  }

  private Map<String, String> environment(Part part) {
    var issuer = "http://localhost:" + port(Part.SIGN_IN);
    var environment = new HashMap<String, String>();
    environment.put("SERVER_PORT", Integer.toString(port(part)));
    environment.put("REGISTRY_ICS_HOST", "QOP");
    if (part == Part.SIGN_IN) {
      environment.put("SPRING_PROFILES_ACTIVE", "local");
      environment.put("SIGNIN_ISSUER", issuer);
      environment.put("SIGNIN_KEYFILE", home.resolve("sign-in-key").toString());
      return environment;
    }
    if (part == Part.WITNESS) {
      return Map.of();
    }
    Database database = postgres.database(part.module.replace("-service", ""));
    environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", database.app());
    environment.put("SPRING_DATASOURCE_PASSWORD", database.appPassword());
    environment.put("SPRING_FLYWAY_USER", database.owner());
    environment.put("SPRING_FLYWAY_PASSWORD", database.ownerPassword());
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrap());
    environment.put("SPRING_KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
    environment.put("REGISTRY_SIGNIN_ISSUER", issuer);
    environment.put("REGISTRY_URL", "http://localhost:" + port(Part.REGISTRY));
    environment.put("REGISTRY_KEYS_KEK_FILE", home.resolve("kek").toString());
    environment.put("REGISTRY_LOG_KEY_FILE", home.resolve("log-key").toString());
    environment.put("REGISTRY_LOG_POLICY_FILE", policy().toString());
    if (part != Part.REGISTRY) {
      var client = part == Part.ONBOARDING ? "onboarding" : "projection";
      environment.put("REGISTRY_CLIENT_ID", client);
      environment.put("REGISTRY_CLIENT_SECRET", "local-" + client);
      environment.put("REGISTRY_FRONTDOOR_CLIENT_ID", "front-door");
      environment.put("REGISTRY_FRONTDOOR_CLIENT_SECRET", "local-front-door");
    }
    return environment;
  }

  private int port(Part part) {
    return requireNonNull(ports.get(part));
  }

  private Path log(Part part) {
    return home.resolve(part.module + ".log");
  }

  /** The jar that the build has packaged before this module's tests. */
  private static Path jar(String module) {
    var target = Repository.root().resolve(module).resolve("target");
    try (var jars = Files.newDirectoryStream(target, "*-app.jar")) {
      return jars.iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Below the range from which systems take the ports of outgoing connections, so that it stays
   * free.
   */
  private static int freePort() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 30_000))
        .filter(Cluster::free)
        .findFirst()
        .orElseThrow();
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    processes.values().forEach(p -> p.destroyForcibly().onExit().join());
    kafka.close();
    postgres.close();
  }
}
