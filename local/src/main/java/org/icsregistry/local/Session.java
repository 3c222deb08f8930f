package org.icsregistry.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One run of the local system, from the first process to the last. */
final class Session {

  private final DataDirectory data;
  private final PortPlan ports;
  private final Progress progress;
  private final Parts parts = new Parts();

  Session(DataDirectory data, PortPlan ports, Progress progress) {
    this.data = data;
    this.ports = ports;
    this.progress = progress;
  }

  /**
   * However this process ends (Ctrl-C, SIGTERM, a failure), everything is stopped in order first.
   */
  void stopWithThisProcess() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              parts.stop(progress);
              data.close();
              progress.step("stopped");
            }));
  }

  /** Starts everything and waits until it is ready. */
  void start(Services services, JavaProcesses processes) {
    await(new LocalSystem(data, ports, services, processes, parts, progress).start());
  }

  /** Loads the demonstration if this data directory does not hold it yet. */
  void load(Demonstration demonstration) {
    await(
        CompletableFuture.runAsync(
            () -> demonstration.loadOnce(parts, progress), Thread::startVirtualThread));
  }

  /**
   * Waits until a part dies. Being stopped is not the end of this wait, but of the whole process.
   */
  PartDied awaitDeath() {
    return parts.firstDeath().join();
  }

  private void await(CompletableFuture<Void> work) {
    CompletableFuture<PartDied> death = parts.firstDeath();
    try {
      CompletableFuture.anyOf(work, death).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : e;
    }
    if (death.isDone()) {
      throw new Refusal(death.join().report());
    }
  }
}
