package org.icsregistry.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of ours. */
record JavaPart(String name, Tier tier, Path log, Process process) implements Part {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public CompletableFuture<String> ended() {
    return process.onExit().thenApply(ended -> "exit code " + ended.exitValue());
  }

  @Override
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().onExit().join();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
