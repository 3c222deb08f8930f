package org.icsregistry.client;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The pauses of one call: as the registry asks, otherwise doubling, never beyond the patience. */
final class Waiting {

  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 10_000;

  private final long deadline;
  private long nextMillis = FIRST_MILLIS;

  Waiting(Duration patience) {
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** Whether the same request may be answered otherwise later: overload, or a fault over there. */
  static boolean worthwhile(int status) {
    return status == 429 || status >= 500;
  }

  void pause(HttpResponse<?> answer, String why) throws InterruptedException {
    if (!paused(answer)) {
      throw over(why, null);
    }
  }

  void pause(String why, Throwable cause) throws InterruptedException {
    if (!paused(0)) {
      throw over(why, cause);
    }
  }

  /** Whether there was patience left for another pause, which is over then. */
  boolean paused(HttpResponse<?> answer) throws InterruptedException {
    return paused(retryAfter(answer));
  }

  private boolean paused(long askedMillis) throws InterruptedException {
    // Spread, so that clients that were turned away together do not come back together.
    long own = nextMillis / 2 + ThreadLocalRandom.current().nextLong(nextMillis / 2 + 1);
    long millis = Math.max(askedMillis, own);
    if (System.nanoTime() + Duration.ofMillis(millis).toNanos() - deadline > 0) {
      return false;
    }
    nextMillis = Math.min(LONGEST_MILLIS, nextMillis * 2);
    Thread.sleep(millis);
    return true;
  }

  private static RegistryUnavailableException over(String why, @Nullable Throwable cause) {
    return new RegistryUnavailableException(why + "; send the same command ids again later", cause);
  }

  /** Seconds only; a date is left to the own back-off. */
  private static long retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(text -> Long.parseLong(text) * 1000)
        .orElse(0L);
  }
}
