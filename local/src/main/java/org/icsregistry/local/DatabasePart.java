package org.icsregistry.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.icsregistry.engines.EmbeddedPostgres;

/** The database server, which the embedded library starts and stops. */
record DatabasePart(EmbeddedPostgres server, Path log) implements Part {

  static DatabasePart start(Path directory, int port, Path log) {
    try {
      return new DatabasePart(EmbeddedPostgres.start(directory, port), log);
    } catch (IllegalStateException e) {
      throw new Refusal("%s%n%s".formatted(e.getMessage(), PartDied.tail(log)));
    }
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Tier tier() {
    return Tier.DATABASE;
  }

  @Override
  public CompletableFuture<String> ended() {
    return server.process().onExit().thenApply(process -> "process " + process.pid() + " is gone");
  }

  @Override
  public void stop() {
    server.close();
  }
}
