package org.icsregistry.local.demo.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.local.demo.play.Step.Await;
import org.icsregistry.local.demo.play.Step.Send;
import org.junit.jupiter.api.Test;

class PlayerTest {

  private final HeldChannel channel = new HeldChannel();

  /** Answers one command at a time, the one that was sent first; refuses what it is told to. */
  private static final class HeldChannel implements Channel {
    final List<String> sent = new ArrayList<>();
    final Deque<DemoCommand> open = new ArrayDeque<>();
    final List<Integer> openAtSending = new ArrayList<>();
    String refused = "";

    @Override
    public void send(DemoCommand command) {
      sent.add(command.id());
      open.add(command);
      openAtSending.add(open.size());
    }

    @Override
    public List<Answer> poll(Duration timeout) {
      var command = open.poll();
      if (command == null) {
        return List.of();
      }
      return List.of(
          command.id().equals(refused)
              ? new Answer(command.organisation(), command.id(), 409, "NOT_CLEARED", "Because.")
              : new Answer(command.organisation(), command.id(), 201, null, null));
    }

    @Override
    public void close() {}
  }

  @Test
  void play_sendsOneOrganisationsCommandsWithoutWaiting_andWaitsBeforeAnothers() {
    play(
        10,
        send("RBV", "a", "s"),
        send("RBV", "b", "s"),
        send("R0A", "c", "s"),
        send("R0A", "d", "t"));
    assertThat(channel.sent).containsExactly("a", "b", "d", "c");
    assertThat(channel.openAtSending).containsExactly(1, 2, 3, 2);
  }

  @Test
  void play_neverHasMoreOpenThanAllowed() {
    play(
        3,
        IntStream.range(0, 20).mapToObj(n -> send("RBV", "c" + n, "s" + n)).toArray(Step[]::new));
    assertThat(channel.sent).hasSize(20);
    assertThat(channel.openAtSending).allMatch(open -> open <= 3);
  }

  @Test
  void play_stops_whenACommandIsRefused() {
    channel.refused = "b";
    assertThatThrownBy(() -> play(10, send("RBV", "a", "s"), send("RBV", "b", "s")))
        .isInstanceOf(PlayStoppedException.class)
        .hasMessage(
            "T.v1 b of RBV (subject s): expected was acceptance, and NOT_CLEARED came. Because.");
  }

  @Test
  void play_stops_whenACommandIsAcceptedThatHadToBeRefused() {
    var step = new Send(command("RBV", "a", "s"), Expectation.refused(ProblemCode.NOT_CLEARED));
    assertThatThrownBy(() -> play(10, step))
        .isInstanceOf(PlayStoppedException.class)
        .hasMessage(
            "T.v1 a of RBV (subject s): expected was a refusal with [NOT_CLEARED], and it was accepted");
  }

  @Test
  void play_goesOn_whenTheExpectedRefusalComes() {
    channel.refused = "a";
    play(
        10,
        new Send(command("RBV", "a", "s"), Expectation.refused(ProblemCode.NOT_CLEARED)),
        send("RBV", "b", "s"));
    play(
        10,
        new Send(command("RBV", "a", "s"), Expectation.acceptedUnless(ProblemCode.NOT_CLEARED)));
    assertThat(channel.sent).containsExactly("a", "b", "a");
  }

  @Test
  void play_stops_andNamesTheEvent_whenItNeverComes() {
    var event =
        new EventPattern(
            "ClearedForRole.v1", "s", Json.MAPPER.createObjectNode().put("partner", "R0A"));
    assertThatThrownBy(
            () -> play(10, send("RBV", "a", "s"), new Await(event), send("RBV", "b", "s")))
        .isInstanceOf(PlayStoppedException.class)
        .hasMessageContaining("in the log: ClearedForRole.v1 about s with {\"partner\":\"R0A\"}");
    assertThat(channel.sent).containsExactly("a");
  }

  private void play(int mostOpen, Step... steps) {
    new Player(channel, LogView.NONE, mostOpen, Duration.ofMillis(50))
        .play(List.of(steps).iterator(), _ -> {});
  }

  private static Send send(String organisation, String id, String subject) {
    return new Send(command(organisation, id, subject), Expectation.ACCEPTED);
  }

  private static DemoCommand command(String organisation, String id, String subject) {
    return new DemoCommand(
        organisation, id, "T.v1", subject, "{}".getBytes(StandardCharsets.UTF_8));
  }
}
