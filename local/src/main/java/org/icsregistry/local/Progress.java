package org.icsregistry.local;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line per step, with the seconds since the start. */
final class Progress {

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long start;

  Progress(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  synchronized void step(String what) {
    out.printf("%6.1f s  %s%n", (nanoTime.getAsLong() - start) / 1e9, what);
    out.flush();
  }

  synchronized void say(String text) {
    out.println(text);
    out.flush();
  }
}
