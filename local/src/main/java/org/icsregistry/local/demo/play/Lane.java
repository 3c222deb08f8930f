package org.icsregistry.local.demo.play;

import java.util.ArrayDeque;
import java.util.Deque;
import org.icsregistry.local.demo.play.Step.Await;
import org.icsregistry.local.demo.play.Step.Send;
import org.jspecify.annotations.Nullable;

/**
 * The steps about one subject. Commands of one organisation go out one after the other without
 * waiting, because a topic keeps the order of a key; when the next one is another organisation's,
 * on another topic, the answers are waited for first.
 */
final class Lane {

  private final Deque<Step> waiting = new ArrayDeque<>();
  private String organisation = "";
  private int unanswered;

  void add(Step step) {
    waiting.add(step);
  }

  void answered() {
    unanswered--;
  }

  boolean isDone() {
    return waiting.isEmpty() && unanswered == 0;
  }

  /** The next command, taken out, if it may go out now. */
  @Nullable Send next(LogView log) {
    while (waiting.peek() instanceof Await(var event)
        && unanswered == 0
        && log.find(event).isPresent()) {
      waiting.remove();
    }
    if (waiting.peek() instanceof Send send
        && (unanswered == 0 || organisation.equals(send.command().organisation()))) {
      waiting.remove();
      organisation = send.command().organisation();
      unanswered++;
      return send;
    }
    return null;
  }

  /** What the log has to hold before the lane goes on; null while it waits for something else. */
  @Nullable EventPattern awaited() {
    return unanswered == 0 && waiting.peek() instanceof Await(var event) ? event : null;
  }
}
