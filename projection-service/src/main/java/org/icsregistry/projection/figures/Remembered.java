package org.icsregistry.projection.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A result that many ask for at once: it is worked out once and then given to everybody for a
 * while.
 *
 * @param <T> what says itself of which moment it is
 */
final class Remembered<T> {

  private static final Duration FOR = Duration.ofSeconds(10);

  private final Clock clock;
  private @Nullable T result;
  private Instant at = Instant.MIN;

  Remembered(Clock clock) {
    this.clock = clock;
  }

  /** The result of at most ten seconds ago; whoever asks while it is worked out waits for it. */
  synchronized T get(Function<Instant, T> work) {
    var now = clock.instant();
    var remembered = result;
    if (remembered == null || at.plus(FOR).isBefore(now)) {
      remembered = work.apply(now);
      result = remembered;
      at = now;
    }
    return remembered;
  }
}
