package org.icsregistry.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.engines.Database;
import org.icsregistry.engines.EmbeddedPostgres;
import org.icsregistry.local.broker.LocalBroker;
import org.icsregistry.local.mailbox.Mailbox;
import org.icsregistry.local.signin.SignInApplication;

/** How each process of the local system is configured: the same names that a deployment sets. */
final class Services {

  private static final String ICS_HOST = "QOP";

  private final Path home;
  private final DataDirectory data;
  private final PortPlan ports;
  private final AotCaches caches;

  Services(Path home, DataDirectory data, PortPlan ports, AotCaches caches) {
    this.home = home;
    this.data = data;
    this.ports = ports;
    this.caches = caches;
  }

  JavaProgram broker() {
    return JavaProgram.ofThisClassPath(
        "kafka",
        flags("local", "kafka", "-Xmx320m", "-Dlogback.configurationFile=engine-logback.xml"),
        Map.of(),
        LocalBroker.class.getName(),
        data.kafka().toString(),
        Integer.toString(ports.of(Place.KAFKA)),
        ports.url(Place.SIGN_IN),
        data.signInKey().toString());
  }

  JavaProgram signIn() {
    return JavaProgram.ofThisClassPath(
        "sign-in",
        flags("local", "sign-in", "-Xmx96m", "-XX:TieredStopAtLevel=1"),
        Map.of(
            "SPRING_PROFILES_ACTIVE", "local",
            "SERVER_PORT", Integer.toString(ports.of(Place.SIGN_IN)),
            "SIGNIN_ISSUER", ports.url(Place.SIGN_IN),
            "SIGNIN_KEYFILE", data.signInKey().toString(),
            "SIGNIN_CLIENTKEYS", data.signInKey().resolveSibling("clients").toString(),
            "SIGNIN_FRONTDOOR", ports.url(Place.FRONT_DOOR),
            "REGISTRY_ICS_HOST", ICS_HOST),
        SignInApplication.class.getName());
  }

  JavaProgram registry(EmbeddedPostgres postgres) {
    return service(
        "registry-service",
        "384m",
        Place.REGISTRY,
        postgres.database("registry"),
        Map.of(
            "REGISTRY_KAFKA_CLIENT_SECRET",
            "local-registry",
            "REGISTRY_KAFKA_LOG_READERS",
            "onboarding,projection,auditor," + LocalBroker.LOADER,
            "REGISTRY_KEYS_KEK_FILE",
            data.keyEncryptionKey().toString(),
            "REGISTRY_LOG_KEY_FILE",
            data.logKey().toString(),
            "REGISTRY_LOG_ORIGIN",
            LogTrust.ORIGIN,
            "REGISTRY_LOG_POLICY_FILE",
            data.policy().toString()));
  }

  /** Takes letters and delivers none; small like the witnesses. */
  JavaProgram mailbox() {
    return JavaProgram.ofThisClassPath(
        "mailbox",
        List.of(
            "-Xmx32m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=engine-logback.xml"),
        Map.of(),
        Mailbox.class.getName(),
        Integer.toString(ports.of(Place.SMTP)),
        Integer.toString(ports.of(Place.MAILBOX)));
  }

  /** A partner's witness: a small program that does next to nothing, so it gets next to nothing. */
  JavaProgram witness(LogTrust.Partner partner, LogTrust trust) {
    return witness(
        "witness-" + partner.code(),
        trust.witnessOptions(partner),
        List.of("--port", Integer.toString(ports.of(partner.place()))));
  }

  /** Writes the empty state of a new witness, and ends. */
  JavaProgram witnessBeginning(LogTrust.Partner partner, LogTrust trust) {
    return witness(
        "witness-" + partner.code() + "-init", trust.witnessOptions(partner), List.of("--init"));
  }

  private JavaProgram witness(String name, List<String> options, List<String> more) {
    var target = new ArrayList<>(List.of("-jar", jar("auditor").toString(), "witness"));
    target.addAll(options);
    target.addAll(more);
    return new JavaProgram(
        name,
        false,
        List.of("-Xmx24m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        target,
        Map.of());
  }

  /** Whoever waits for an answer of the others goes before what it finds out. */
  JavaProgram onboarding(EmbeddedPostgres postgres) {
    var environment = new HashMap<>(client("onboarding"));
    environment.put("REGISTRY_MESSAGES_ENABLED", "true");
    environment.put("SPRING_MAIL_HOST", "127.0.0.1");
    environment.put("SPRING_MAIL_PORT", Integer.toString(ports.of(Place.SMTP)));
    return service(
            "onboarding-service",
            "192m",
            Place.ONBOARDING,
            postgres.database("onboarding"),
            environment)
        .yielding();
  }

  JavaProgram projection(EmbeddedPostgres postgres) {
    var environment = new HashMap<>(client("projection"));
    environment.put("REGISTRY_ONBOARDING_URL", ports.url(Place.ONBOARDING));
    environment.put("REGISTRY_FRONTDOOR_CLIENT_ID", "front-door");
    environment.put("REGISTRY_FRONTDOOR_CLIENT_SECRET", "local-front-door");
    return service(
        "projection-service",
        "320m",
        Place.FRONT_DOOR,
        postgres.database("projection"),
        environment);
  }

  private static Map<String, String> client(String name) {
    return Map.of("REGISTRY_CLIENT_ID", name, "REGISTRY_CLIENT_SECRET", "local-" + name);
  }

  private JavaProgram service(
      String module, String heap, Place place, Database database, Map<String, String> own) {
    var environment = new HashMap<>(own);
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("SERVER_PORT", Integer.toString(ports.of(place)));
    environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", database.app());
    environment.put("SPRING_DATASOURCE_PASSWORD", database.appPassword());
    environment.put("SPRING_FLYWAY_USER", database.owner());
    environment.put("SPRING_FLYWAY_PASSWORD", database.ownerPassword());
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Place.KAFKA));
    environment.put("REGISTRY_SIGNIN_ISSUER", ports.url(Place.SIGN_IN));
    environment.put("REGISTRY_ICS_HOST", ICS_HOST);
    environment.put("REGISTRY_URL", ports.url(Place.REGISTRY));
    return new JavaProgram(
        module,
        false,
        flags(module, module, "-Xmx" + heap),
        List.of("-jar", jar(module).toString()),
        environment);
  }

  private List<String> flags(String module, String program, String... own) {
    var flags = new ArrayList<>(List.of(own));
    flags.add("-XX:+UseSerialGC");
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.addAll(caches.flags(app(module).resolve(program + ".aot")));
    return flags;
  }

  /** Where {@code bin/build} unpacks a program. */
  private Path app(String module) {
    return home.resolve(module).resolve("target").resolve("app");
  }

  private Path jar(String module) {
    Path directory = app(module);
    try (var files = Files.newDirectoryStream(directory, "*.jar")) {
      return files.iterator().next();
    } catch (IOException e) {
      throw new Refusal(
          "%s is not built: %s is missing. Start with ./run, which builds what is missing."
              .formatted(module, directory));
    }
  }
}
