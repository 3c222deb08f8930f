package org.icsregistry.auditor.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says now and then how far a long work has come, how fast it goes and how long it will take. */
public final class Progress {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final PrintWriter terminal;
  private final String verb;
  private final long total;
  private final long begun = System.nanoTime();
  private long said = begun;

  public Progress(PrintWriter terminal, String verb, long total) {
    this.terminal = terminal;
    this.verb = verb;
    this.total = total;
  }

  /** So many are done. */
  public void at(long done) {
    long now = System.nanoTime();
    if (now - said >= EVERY.toNanos() && done > 0) {
      said = now;
      say(done, seconds(now));
    }
  }

  /** The work is done. */
  public void end(long done) {
    double seconds = seconds(System.nanoTime());
    terminal.printf(
        Locale.UK, "%s %,d entries in %.1f s, %,.0f/s%n", verb, done, seconds, done / seconds);
    terminal.flush();
  }

  private void say(long done, double seconds) {
    double rate = done / seconds;
    terminal.printf(
        Locale.UK,
        "%s %,d of %,d entries, %,.0f/s, %,.0f s left%n",
        verb,
        done,
        total,
        rate,
        (total - done) / rate);
    terminal.flush();
  }

  private double seconds(long now) {
    return Math.max(1, now - begun) / 1e9;
  }
}
