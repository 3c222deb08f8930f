package org.icsregistry.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.icsregistry.bench.BenchException;
import org.icsregistry.engines.Database;
import org.icsregistry.engines.EmbeddedPostgres;
import org.icsregistry.engines.Engine;
import org.icsregistry.kit.fixture.SignIn;

/**
 * Real engines with their durability on, and the services as processes of their own, on free ports
 * and in an empty directory that goes away with it.
 */
public final class SystemUnderTest implements AutoCloseable {

  /** Parts that can be left out where nothing is said about them. */
  public enum Service {
    REGISTRY,
    ONBOARDING,
    PROJECTION
  }

  private final Path home;
  private final Path directory;
  private final List<String> flags;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Service, Integer> ports = new HashMap<>();
  private final SignIn signIn;
  private final EmbeddedPostgres postgres;
  private final int kafkaPort;
  private final Tokens tokens;
  private final List<ServiceProcess> processes = new ArrayList<>();

  private SystemUnderTest(Path home, Path directory, List<String> flags) {
    this.home = home;
    this.directory = directory;
    this.flags = flags;
    signIn = opened(new SignIn());
    tokens = new Tokens(signIn);
    postgres = opened(EmbeddedPostgres.start(directory.resolve("postgres"), 0));
    kafkaPort = freePort();
    startBroker();
  }

  /**
   * @param home the project's directory, where the services are built
   * @param flags further flags of the services' Java machines
   */
  public static SystemUnderTest start(Path home, List<String> flags, Service... services) {
    try {
      var directory = Files.createTempDirectory("ics-registry-bench");
      Files.writeString(directory.resolve("kek"), Base64.getEncoder().encodeToString(new byte[32]));
      var system = new SystemUnderTest(home, directory, flags);
      for (var service : services) {
        system.start(service);
      }
      return system;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private ServiceProcess started(ServiceProcess process) {
    processes.add(process);
    return opened(process);
  }

  private void startBroker() {
    started(
            ServiceProcess.start(
                List.of(),
                "kafka",
                directory,
                List.of(
                    "-Xmx512m",
                    "-XX:+UseParallelGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Engine.class.getName(),
                    "kafka",
                    directory.resolve("kafka").toString(),
                    Integer.toString(kafkaPort)),
                Map.of()))
        .awaitLine("ready ");
  }

  /** Starts a service; returns when it is ready. */
  public void start(Service service) {
    var module = module(service);
    int port = freePort();
    ports.put(service, port);
    var arguments = new ArrayList<>(List.of("-Xmx768m"));
    if (flags.stream().noneMatch(flag -> flag.endsWith("GC"))) {
      arguments.add("-XX:+UseParallelGC");
    }
    arguments.addAll(flags);
    arguments.addAll(List.of("-jar", program(module).toString()));
    // As ./run does: whoever waits for an answer goes before what onboarding finds out.
    List<String> prefix = service == Service.ONBOARDING ? List.of("nice") : List.of();
    started(ServiceProcess.start(prefix, module, directory, arguments, environment(service, port)))
        .awaitOk(http, uri(service, "/actuator/health/readiness"));
  }

  /** Stops a service. */
  public void stop(Service service) {
    for (var process : List.copyOf(processes)) {
      if (process.name().equals(module(service))) {
        processes.remove(process);
        parts.remove(process);
        process.close();
      }
    }
  }

  /** How many entries the log has. */
  public long logSize() {
    return number("select size from log_head");
  }

  /** One number out of the registry's database. */
  public long number(String query) {
    return number(database(Service.REGISTRY), query);
  }

  /** One number out of a database. */
  public static long number(Database database, String query) {
    return numbers(database, "select 'number', (" + query + ")").values().iterator().next();
  }

  /**
   * @param query for names and numbers
   */
  public static Map<String, Long> numbers(Database database, String query) {
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.owner(), database.ownerPassword());
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      Map<String, Long> all = new TreeMap<>();
      while (row.next()) {
        all.put(row.getString(1), row.getLong(2));
      }
      return all;
    } catch (SQLException e) {
      throw new BenchException("The database did not answer: " + query, e);
    }
  }

  private Map<String, String> environment(Service service, int port) {
    var database = database(service);
    var environment = new HashMap<String, String>();
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", database.app());
    environment.put("SPRING_DATASOURCE_PASSWORD", database.appPassword());
    environment.put("SPRING_FLYWAY_USER", database.owner());
    environment.put("SPRING_FLYWAY_PASSWORD", database.ownerPassword());
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    environment.put("SPRING_KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
    environment.put("REGISTRY_SIGNIN_ISSUER", signIn.issuer());
    // One client asks for all of a region here, which a limit for each client is there to stop.
    environment.put("REGISTRY_LIMITS_CALLER_EACHSECOND", "0");
    environment.put("REGISTRY_LIMITS_ADDRESS_EACHSECOND", "0");
    switch (service) {
      case REGISTRY -> {
        environment.put("REGISTRY_KEYS_KEK_FILE", directory.resolve("kek").toString());
        environment.put("REGISTRY_LOG_KEY_FILE", directory.resolve("log.key").toString());
      }
      case ONBOARDING, PROJECTION -> {
        var client = service == Service.ONBOARDING ? "onboarding" : "projection";
        environment.put("REGISTRY_URL", uri(Service.REGISTRY, "").toString());
        environment.put("REGISTRY_CLIENT_ID", client);
        environment.put("REGISTRY_CLIENT_SECRET", "local-" + client);
        environment.put("REGISTRY_FRONTDOOR_CLIENT_ID", "front-door");
        environment.put("REGISTRY_FRONTDOOR_CLIENT_SECRET", "local-front-door");
      }
    }
    return environment;
  }

  private static String module(Service service) {
    return switch (service) {
      case REGISTRY -> "registry-service";
      case ONBOARDING -> "onboarding-service";
      case PROJECTION -> "projection-service";
    };
  }

  /** The packaged program of a module. */
  public Path program(String module) {
    Path target = home.resolve(module).resolve("target");
    try (var files = Files.newDirectoryStream(target, "*-app.jar")) {
      return files.iterator().next();
    } catch (IOException | NoSuchElementException e) {
      throw new BenchException(
          "%s is not packaged: expected %s/*-app.jar; bin/bench makes it, and so does ./test"
              .formatted(module, target),
          e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that goes away with the system. */
  public Path file(String name) {
    return directory.resolve(name);
  }

  public URI uri(Service service, String path) {
    return URI.create("http://127.0.0.1:" + ports.get(service) + path);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  public Database database(Service service) {
    return postgres.database(module(service).replace("-service", ""));
  }

  /**
   * Processor time used so far, by what runs; the bench itself is the part that sends and receives.
   */
  public Map<String, Duration> processorTime() {
    return ProcessorTime.of(processes, postgres.process());
  }

  /** An empty database of its own on the same server. */
  public Database freshDatabase() {
    return postgres.freshDatabase("registry");
  }

  /** A token of an organisation, good for some minutes yet. */
  public String token(String organisation, String role) {
    return tokens.of(organisation, role);
  }

  @Override
  public void close() {
    for (var part : parts) {
      close(part);
    }
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(SystemUnderTest::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new BenchException(part + " did not close", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
