package org.icsregistry.local.demo.play;

import java.time.Duration;
import java.util.Optional;
import org.icsregistry.contracts.envelope.RecordedEvent;

/** What is known of the log. For one thread. */
public interface LogView {

  /** For plays that await nothing. */
  LogView NONE =
      new LogView() {
        @Override
        public boolean readOn(Duration timeout) {
          return false;
        }

        @Override
        public Optional<RecordedEvent> find(EventPattern pattern) {
          return Optional.empty();
        }
      };

  /** Reads on, waiting at most this long; whether anything came. */
  boolean readOn(Duration timeout);

  /** The first event known that looks like this. */
  Optional<RecordedEvent> find(EventPattern pattern);
}
