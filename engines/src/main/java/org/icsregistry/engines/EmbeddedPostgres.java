package org.icsregistry.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server with durable data in a directory: it listens on the loopback address only,
 * flushes every commit to disk, and has one database per service ({@code registry}, {@code
 * onboarding}, {@code projection}), each with an owner role that runs the migrations ({@code
 * registry_owner}) and an application role without any right on tables of its own ({@code
 * registry_app}).
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /**
   * The port of the local system, one above PostgreSQL's own so that an installed server is left in
   * peace.
   */
  public static final int DEFAULT_PORT = 5433;

  private static final AtomicInteger FRESH = new AtomicInteger();

  private final Path directory;
  private final int port;
  private final DirectoryLock lock;
  private io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private ProcessHandle postmaster;

  private EmbeddedPostgres(Path directory, int port, DirectoryLock lock)
      throws IOException, SQLException {
    this.directory = directory;
    this.port = port;
    this.lock = lock;
    this.server = PostgresServer.launch(directory, port);
    this.postmaster = findPostmaster();
    try (var superuser = server.getPostgresDatabase().getConnection()) {
      LocalDatabases.createMissing(superuser);
    }
  }

  /**
   * Starts the server on the data in {@code directory}, which is created at the first start.
   *
   * @param port 0 for any free port
   * @throws IllegalStateException if another process uses the directory, or the server does not
   *     come up
   */
  public static EmbeddedPostgres start(Path directory, int port) {
    Path home = directory.toAbsolutePath().normalize();
    DirectoryLock lock = DirectoryLock.acquire(home);
    try {
      return new EmbeddedPostgres(home, Ports.orFree(port), lock);
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw new IllegalStateException(
          "PostgreSQL did not start on port %d; its log is %s"
              .formatted(port, home.resolve("postgres.log")),
          e);
    }
  }

  /** Port on the loopback address. */
  public int port() {
    return port;
  }

  /** The database of a service and its two roles. */
  public Database database(String service) {
    return new Database(
        jdbcUrl(service), LocalDatabases.owner(service), LocalDatabases.app(service));
  }

  /** JDBC address of a database, without a user. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** A new, empty database with the same two roles as the service's own, for one test class. */
  public Database freshDatabase(String service) {
    String name = "%s_%d".formatted(service, FRESH.incrementAndGet());
    try (var superuser = server.getPostgresDatabase().getConnection()) {
      LocalDatabases.createDatabase(superuser, name, service);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create database " + name, e);
    }
    return new Database(jdbcUrl(name), LocalDatabases.owner(service), LocalDatabases.app(service));
  }

  /** The server process: tells when it ends, whoever ended it. */
  public ProcessHandle process() {
    return postmaster;
  }

  /** Ends the server as a power cut would: no shutdown, no flush. {@link #restart()} recovers. */
  public void kill() {
    Postmaster.kill(postmaster);
  }

  /** Starts a killed or running server again on the same data and port. */
  public void restart() {
    try {
      server.close();
      server = PostgresServer.launch(directory, port);
      postmaster = findPostmaster();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start again on port " + port, e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      postmaster.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL on port %d did not stop".formatted(port), e);
    } finally {
      lock.close();
    }
  }

  private ProcessHandle findPostmaster() throws IOException {
    return Postmaster.of(PostgresServer.data(directory))
        .orElseThrow(() -> new IllegalStateException("PostgreSQL ended right after its start"));
  }
}
