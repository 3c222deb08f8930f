package org.icsregistry.engines;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/** Starts the server programs; the only class that knows the library that brings them. */
final class PostgresServer {

  // A crash recovery, or the first start on a slow disk, takes longer than the library's ten
  // seconds.
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private PostgresServer() {}

  static Path data(Path directory) {
    return directory.resolve("data");
  }

  static synchronized EmbeddedPostgres launch(Path directory, int port) throws IOException {
    Path binaries = PostgresBinaries.directory();
    if (PostgresBinaries.ready(binaries)) {
      return launch(directory, port, binaries);
    }
    var lock = PostgresBinaries.awaitLock(binaries);
    try {
      PostgresBinaries.removeUnfinished(binaries);
      return launch(directory, port, binaries);
    } finally {
      lock.release();
      lock.channel().close();
    }
  }

  private static EmbeddedPostgres launch(Path directory, int port, Path binaries)
      throws IOException {
    Path data = data(directory);
    Postmaster.clearLeftovers(data);
    var log = Redirect.appendTo(directory.resolve("postgres.log").toFile());
    var builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries.toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setDataDirectoryCustomizer(ignored -> PostgresSettings.writeAccessRules(data))
            .setPGStartupWait(START_LIMIT)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setPort(port);
    PostgresSettings.SERVER.forEach(builder::setServerConfig);
    return builder.start();
  }
}
