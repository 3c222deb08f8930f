package org.icsregistry.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How many people are done, and how fast commands go: on a terminal one line that is written over,
 * otherwise a line now and then.
 */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 250_000_000;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private final long people;
  private final long begun = System.nanoTime();
  private long drawn = begun;

  ProgressBar(PrintStream out, boolean terminal, long people) {
    this.out = out;
    this.terminal = terminal;
    this.people = people;
  }

  void at(long done, long commands) {
    if (System.nanoTime() - drawn > (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      draw(done, commands, terminal ? "\r" : "%n");
    }
  }

  void end(long commands) {
    draw(people, commands, "%n");
  }

  private void draw(long done, long commands, String end) {
    drawn = System.nanoTime();
    int filled = people == 0 ? WIDTH : (int) (WIDTH * done / people);
    out.printf(
        Locale.UK,
        "[%s%s] %,d of %,d people, %,d commands, %,d/s " + end,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        people,
        commands,
        Math.round(commands * 1e9 / (drawn - begun)));
    out.flush();
  }
}
