package org.icsregistry.projection.figures;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A result that many ask for at once: it is worked out once, on one state of the database, and then
 * given to everybody for a while. Whoever waits for it holds no connection.
 *
 * @param <T> what says itself of which moment it is
 */
final class Remembered<T> {

  private static final Duration FOR = Duration.ofSeconds(10);

  private final Clock clock;
  private final TransactionTemplate transaction;
  private @Nullable T result;
  private Instant at = Instant.MIN;

  Remembered(Clock clock, PlatformTransactionManager transactions) {
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setReadOnly(true);
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** What was worked out at most ten seconds ago, however long that took. */
  synchronized T get(Function<Instant, T> work) {
    var now = clock.instant();
    var remembered = result;
    if (remembered == null || at.plus(FOR).isBefore(now)) {
      remembered = requireNonNull(transaction.<T>execute(_ -> work.apply(now)));
      result = remembered;
      at = clock.instant();
    }
    return remembered;
  }
}
