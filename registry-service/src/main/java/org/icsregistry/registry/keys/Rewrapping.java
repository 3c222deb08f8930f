package org.icsregistry.registry.keys;

import java.time.Duration;
import java.util.List;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Wraps anew what an older key-encryption key has wrapped, so that the older one can be destroyed,
 * and with it every old backup of the keys. The table says what is left, so that this can end at
 * any time and go on.
 */
@Component
class Rewrapping extends Loop {

  private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);

  /** Few enough that commands do not notice. */
  private static final int AT_ONCE = 500;

  private static final Duration BREATH = Duration.ofMillis(20);

  private final KeyTable table;
  private final KeyEncryption encryption;
  private final Duration every;

  Rewrapping(
      KeyTable table,
      KeyEncryption encryption,
      @Value("${registry.keys.rewrap-every}") Duration every) {
    super("rewrapping");
    this.table = table;
    this.encryption = encryption;
    this.every = every;
  }

  /** Looks now and not only when it is time. */
  void lookNow() {
    wake();
  }

  @Override
  protected void work() throws InterruptedException {
    look();
    pauseUnlessWoken(every);
  }

  private void look() throws InterruptedException {
    try {
      var current = encryption.current();
      encryption
          .missingSoon()
          .ifPresent(month ->
              LOG.warn(
                  "The key-encryption key of {} is missing. Until it is there, {} goes on: put the same file to every instance, made with: head -c 32 /dev/urandom | base64",
                  month,
                  current));
      for (var key : table.serviceKeys()) {
        if (!key.kek().equals(current)) {
          anew(List.of(key)).forEach(table::rewrapServiceKey);
        }
      }
      for (var epoch : table.epochs()) {
        if (!epoch.kek().equals(current)) {
          rewrap(epoch.kek(), current);
        }
      }
    } catch (DataAccessException | TransactionException | Refusal | IllegalStateException e) {
      LOG.warn("Keys are not wrapped anew for now: {}", e.toString());
    }
  }

  private void rewrap(String from, String to) throws InterruptedException {
    long done = 0;
    var some = table.under(from, AT_ONCE);
    while (!some.isEmpty() && isRunning()) {
      table.rewrap(from, anew(some));
      done += some.size();
      pause(BREATH);
      some = table.under(from, AT_ONCE);
    }
    LOG.info("{} key(s) that {} had wrapped are wrapped by {} now", done, from, to);
  }

  private List<Wrapped> anew(List<Wrapped> older) {
    return encryption.wrap(encryption.unwrap(older));
  }
}
