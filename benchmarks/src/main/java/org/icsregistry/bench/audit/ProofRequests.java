package org.icsregistry.bench.audit;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.load.Workers;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.visible.Delays;

/** Proof files of entries anywhere in the log, asked for over a few connections. */
public final class ProofRequests {

  /** How many ask at once, each when it has its answer. */
  public static final int CONNECTIONS = 4;

  private static final String BEGINNING = "c2sp.org/tlog-proof@";

  private final SignedLog log;

  public ProofRequests(SystemUnderTest system) {
    this.log = new SignedLog(system);
  }

  /**
   * @param warmUp how long to ask before it counts
   */
  public Delays run(Duration warmUp, Duration duration) {
    long size = log.awaitSigned();
    var _ = ask(size, warmUp);
    return new Delays(List.copyOf(ask(size, duration)));
  }

  private Queue<Long> ask(long size, Duration duration) {
    var delays = new ConcurrentLinkedQueue<Long>();
    long end = System.nanoTime() + duration.toNanos();
    Workers.run(Collections.nCopies(CONNECTIONS, () -> askUntil(end, size, delays)));
    return delays;
  }

  private void askUntil(long end, long size, Queue<Long> delays) {
    while (System.nanoTime() < end) {
      long index = ThreadLocalRandom.current().nextLong(size);
      long start = System.nanoTime();
      var proof = log.proof(index);
      delays.add(System.nanoTime() - start);
      if (!proof.startsWith(BEGINNING)) {
        throw new BenchException("Expected a proof of entry %d, got %s".formatted(index, proof));
      }
    }
  }
}
