package org.icsregistry.local;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.icsregistry.engines.EmbeddedPostgres;
import org.icsregistry.local.signin.SigningKey;

/** Starts everything, as much at once as the dependencies allow. */
final class LocalSystem {

  private static final long POLL_MILLIS = 100;
  private static final long LIMIT_MILLIS = TimeUnit.MINUTES.toMillis(3);

  private final DataDirectory data;
  private final PortPlan ports;
  private final Services services;
  private final JavaProcesses processes;
  private final Parts parts;
  private final Progress progress;
  private final HttpClient http = HttpClient.newHttpClient();

  LocalSystem(
      DataDirectory data,
      PortPlan ports,
      Services services,
      JavaProcesses processes,
      Parts parts,
      Progress progress) {
    this.data = data;
    this.ports = ports;
    this.services = services;
    this.processes = processes;
    this.parts = parts;
    this.progress = progress;
  }

  /** Completes when every part is ready, exceptionally when one cannot start. */
  CompletableFuture<Void> start() {
    progress.step("starting PostgreSQL, Kafka, sign-in, two witnesses and a mailbox");
    prepareSignInKey();
    var signIn =
        bringUp(
            services.signIn(),
            Part.Tier.SERVICE,
            http(Place.SIGN_IN, "/.well-known/openid-configuration"));
    var broker =
        bringUp(services.broker(), Part.Tier.BROKER, Readiness.port(ports.of(Place.KAFKA)));
    var database = CompletableFuture.supplyAsync(this::startDatabase, Thread::startVirtualThread);
    var running =
        database.thenCombine(broker, (server, _) -> server).thenCompose(this::startServices);
    return CompletableFuture.allOf(signIn, running, startWitnesses(), startMailbox());
  }

  /** Sign-in signs with it and the broker checks with it, and both start at once. */
  private void prepareSignInKey() {
    if (!Files.exists(data.signInKey())) {
      var _ = SigningKey.publicKeys(data.signInKey());
    }
  }

  /** Nobody waits for them: the registry asks them when they are there, and goes on without. */
  private CompletableFuture<Void> startWitnesses() {
    var trust = LogTrust.prepare(data, ports);
    return CompletableFuture.allOf(
        trust.partners().stream()
            .map(partner ->
                CompletableFuture.runAsync(
                    () -> startWitness(partner, trust), Thread::startVirtualThread))
            .toArray(CompletableFuture[]::new));
  }

  private void startWitness(LogTrust.Partner partner, LogTrust trust) {
    if (trust.isNew(partner)) {
      var beginning = services.witnessBeginning(partner, trust);
      parts.run(() -> processes.start(beginning, Part.Tier.SERVICE)).process().onExit().join();
    }
    startBeside(
        services.witness(partner, trust),
        partner.place(),
        "the log goes on without its cosignatures");
  }

  private CompletableFuture<Void> startMailbox() {
    return CompletableFuture.runAsync(
        () -> startBeside(services.mailbox(), Place.MAILBOX, "letters wait until the next start"),
        Thread::startVirtualThread);
  }

  private void startBeside(JavaProgram program, Place place, String without) {
    Part part =
        parts.startDispensable(
            () -> processes.start(program, Part.Tier.SERVICE),
            how -> progress.step("%s ended (%s); %s".formatted(program.name(), how, without)));
    var readiness = http(place, "/");
    waitFor(part, () -> part.ended().isDone() || readiness.now());
    if (!part.ended().isDone()) {
      progress.step(part.name() + " is ready");
    }
  }

  private EmbeddedPostgres startDatabase() {
    Path log = data.postgres().resolve("postgres.log");
    DatabasePart part =
        parts.start(() -> DatabasePart.start(data.postgres(), ports.of(Place.POSTGRES), log));
    processes.note(part.server().process());
    progress.step("PostgreSQL is ready");
    return part.server();
  }

  private CompletableFuture<Void> startServices(EmbeddedPostgres postgres) {
    progress.step("starting the three services");
    return CompletableFuture.allOf(
        service(services.registry(postgres), Place.REGISTRY),
        service(services.onboarding(postgres), Place.ONBOARDING),
        service(services.projection(postgres), Place.FRONT_DOOR));
  }

  private CompletableFuture<Void> service(JavaProgram program, Place place) {
    return bringUp(program, Part.Tier.SERVICE, http(place, "/actuator/health/readiness"));
  }

  private CompletableFuture<Void> bringUp(
      JavaProgram program, Part.Tier tier, Readiness readiness) {
    return CompletableFuture.runAsync(
        () -> await(parts.start(() -> processes.start(program, tier)), readiness),
        Thread::startVirtualThread);
  }

  private Readiness http(Place place, String path) {
    return Readiness.http(http, ports.url(place) + path);
  }

  private void await(Part part, Readiness readiness) {
    waitFor(part, readiness);
    progress.step(part.name() + " is ready");
  }

  private static void waitFor(Part part, Readiness readiness) {
    for (long waited = 0; !readiness.now(); waited += POLL_MILLIS) {
      if (waited > LIMIT_MILLIS) {
        throw new Refusal(
            "%s did not become ready in time. The last lines of %s:%n%s"
                .formatted(part.name(), part.log(), PartDied.tail(part.log())));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
  }
}
