package org.icsregistry.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/** One line that is written over: how many people are done, and how fast commands go. */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = 250_000_000;

  private final PrintStream out;
  private final long people;
  private final long begun = System.nanoTime();
  private long drawn = begun;

  ProgressBar(PrintStream out, long people) {
    this.out = out;
    this.people = people;
  }

  void at(long done, long commands) {
    if (System.nanoTime() - drawn > REDRAW_NANOS) {
      draw(done, commands);
    }
  }

  void end(long commands) {
    draw(people, commands);
    out.println();
  }

  private void draw(long done, long commands) {
    drawn = System.nanoTime();
    int filled = people == 0 ? WIDTH : (int) (WIDTH * done / people);
    out.printf(
        Locale.UK,
        "\r[%s%s] %,d of %,d people, %,d commands, %,d/s ",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        people,
        commands,
        Math.round(commands * 1e9 / (drawn - begun)));
    out.flush();
  }
}
