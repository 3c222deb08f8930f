package org.icsregistry.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours.
 *
 * @param patience how long it may take to stop in order before it is killed
 */
record JavaPart(String name, Tier tier, Path log, Process process, Duration patience)
    implements Part {

  @Override
  public CompletableFuture<String> ended() {
    return process.onExit().thenApply(ended -> "exit code " + ended.exitValue());
  }

  @Override
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().onExit().join();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
