package org.icsregistry.bench.visible;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.mix.Mix;
import org.icsregistry.bench.system.SystemUnderTest;

/**
 * From the answer to a command until a passport shows what it led to, at a fixed rate of commands.
 */
public final class Visible {

  private static final int LANES = 300;
  private static final Duration CATCH_UP = Duration.ofMinutes(30);
  private static final Duration LAST = Duration.ofMinutes(1);

  private final SystemUnderTest system;
  private final Mix mix;

  public Visible(SystemUnderTest system, Mix mix) {
    this.system = system;
    this.mix = mix;
  }

  /**
   * @param answer from sending to the answer
   * @param visible from the answer to the first passport that covers the entry
   */
  public record Result(Delays answer, Delays visible) {}

  /** Waits until the read models have caught up, warms up, and measures. */
  public Result run(int perSecond, Duration warmUp, Duration duration) {
    var lanes = mix.lanes(LANES);
    var sender =
        new Sender(system, lanes.stream().<Supplier<Envelope>>map(lane -> lane::next).toList());
    var first = lanes.getFirst().next();
    var reader = new Reader(system, first.organisation(), first.subject());
    reader.readUntil(sender.send(first).join().index(), CATCH_UP);
    var _ = sendAndRead(sender, reader, perSecond, warmUp);
    var accepted = sendAndRead(sender, reader, perSecond, duration);
    mix.settled();
    return new Result(
        new Delays(accepted.stream().map(a -> a.answered() - a.sent()).toList()),
        new Delays(
            accepted.stream()
                .map(a -> Math.max(0, reader.seenAt(a.index()) - a.answered()))
                .toList()));
  }

  private static List<Accepted> sendAndRead(
      Sender sender, Reader reader, int perSecond, Duration duration) {
    var sending = CompletableFuture.supplyAsync(() -> sender.send(perSecond, duration));
    reader.readWhile(() -> !sending.isDone());
    var accepted = sending.join();
    reader.readUntil(accepted.stream().mapToLong(Accepted::index).max().orElse(0), LAST);
    return accepted;
  }
}
