package org.icsregistry.local.demo;

import java.io.PrintStream;
import java.util.List;
import org.icsregistry.local.demo.play.Player;
import org.icsregistry.local.demo.play.Step;

/** Says how far the story is: a line for each finished chapter, and one a second in between. */
final class ChapterProgress {

  private static final long LINE_EVERY_NANOS = 1_000_000_000;

  private final PrintStream out;
  private final int chapters;
  private int chapter;
  private long lastLine = System.nanoTime();

  /**
   * @param chapters number of the last chapter; the founding is chapter 0
   */
  ChapterProgress(PrintStream out, int chapters) {
    this.out = out;
    this.chapters = chapters;
  }

  void play(Player player, String title, List<Step> steps) {
    long commands = steps.stream().filter(Step.Send.class::isInstance).count();
    player.play(steps.iterator(), answered -> tell(answered, commands));
    out.printf(
        "          chapter %d of %d: %d commands, %s%n", chapter++, chapters, commands, title);
    lastLine = System.nanoTime();
  }

  private void tell(long answered, long commands) {
    if (System.nanoTime() - lastLine > LINE_EVERY_NANOS) {
      out.printf(
          "          chapter %d of %d: %d of %d commands%n", chapter, chapters, answered, commands);
      lastLine = System.nanoTime();
    }
  }
}
