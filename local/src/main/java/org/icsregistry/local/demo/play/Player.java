package org.icsregistry.local.demo.play;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.icsregistry.local.demo.play.Step.Await;
import org.icsregistry.local.demo.play.Step.Send;

/**
 * Plays steps: as many side by side as allowed, each subject's own in order, until every command
 * has its answer and every awaited event is in the log. Stops at the first answer that is not the
 * expected one.
 */
public final class Player {

  private static final Duration SLICE = Duration.ofMillis(10);

  private record Key(String organisation, String id) {}

  private final Channel channel;
  private final LogView log;
  private final int mostOpen;
  private final Duration patience;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<Key, Send> unanswered = new HashMap<>();
  private int open;
  private boolean awaiting;
  private long answered;

  /**
   * @param log where awaited events are looked for
   * @param mostOpen how many commands may be taken up and not answered
   * @param patience how long nothing at all may happen before the play is stopped
   */
  public Player(Channel channel, LogView log, int mostOpen, Duration patience) {
    this.channel = channel;
    this.log = log;
    this.mostOpen = mostOpen;
    this.patience = patience;
  }

  /**
   * Plays to the end.
   *
   * @param progress told now and then how many commands of this play have been answered
   * @return how many commands were answered
   * @throws PlayStoppedException at an unexpected answer, or when nothing happens any more
   */
  public long play(Iterator<? extends Step> steps, LongConsumer progress) {
    answered = 0;
    long lastProgress = System.nanoTime();
    while (steps.hasNext() || !lanes.isEmpty()) {
      boolean moved = takeUp(steps);
      moved |= answers();
      moved |= awaiting && events();
      progress.accept(answered);
      long now = System.nanoTime();
      if (moved) {
        lastProgress = now;
      } else if (now - lastProgress > patience.toNanos()) {
        throw new PlayStoppedException(stuck());
      }
    }
    return answered;
  }

  private boolean takeUp(Iterator<? extends Step> steps) {
    boolean any = false;
    while (open < mostOpen && steps.hasNext()) {
      Step step = steps.next();
      switch (step) {
        case Send _ -> open++;
        case Await _ -> awaiting = true;
      }
      lanes.computeIfAbsent(step.subject(), _ -> new Lane()).add(step);
      goOn(step.subject());
      any = true;
    }
    return any;
  }

  private boolean answers() {
    List<Answer> answers = channel.poll(SLICE);
    answers.forEach(this::settle);
    return !answers.isEmpty();
  }

  private void settle(Answer answer) {
    var send = unanswered.remove(new Key(answer.organisation(), answer.id()));
    if (send == null) {
      return; // somebody else's command on the same topic, or a repetition
    }
    if (!send.expectation().meets(answer)) {
      throw new PlayStoppedException(unexpected(send, answer));
    }
    open--;
    answered++;
    var lane = Objects.requireNonNull(lanes.get(send.subject()));
    lane.answered();
    goOn(send.subject());
  }

  private boolean events() {
    boolean any = log.readOn(SLICE);
    List.copyOf(lanes.keySet()).forEach(this::goOn);
    return any;
  }

  private void goOn(String subject) {
    var lane = Objects.requireNonNull(lanes.get(subject));
    for (var next = lane.next(log); next != null; next = lane.next(log)) {
      var command = next.command();
      if (unanswered.put(new Key(command.organisation(), command.id()), next) != null) {
        throw new PlayStoppedException("Two commands have the same id: " + command);
      }
      channel.send(command);
    }
    if (lane.isDone()) {
      lanes.remove(subject);
    }
  }

  private static String unexpected(Send send, Answer answer) {
    String came =
        answer.accepted() ? "it was accepted" : answer.code() + " came. " + answer.detail();
    return "%s (subject %s): expected was %s, and %s"
        .formatted(send.command(), send.subject(), send.expectation(), came);
  }

  private String stuck() {
    String awaited =
        lanes.values().stream()
            .map(Lane::awaited)
            .filter(Objects::nonNull)
            .map(event -> "\n  in the log: " + event)
            .limit(3)
            .collect(Collectors.joining());
    String sent =
        unanswered.values().stream()
            .map(send -> "\n  an answer to " + send.command())
            .limit(3)
            .collect(Collectors.joining());
    return "Nothing has happened for %d s. Still expected (the first few):%s%s\nSee whether registry-service and onboarding-service are running and what they log; then start again: what was done is not done twice."
        .formatted(patience.toSeconds(), sent, awaited);
  }
}
