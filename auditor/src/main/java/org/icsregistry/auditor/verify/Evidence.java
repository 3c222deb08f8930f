package org.icsregistry.auditor.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;

/**
 * Finds the note behind a root. A topic or a folder can be read again; what HTTP serves may be gone
 * a moment later, so the notes read last are held.
 */
final class Evidence {
  // Over HTTP two notes at a time are read, a few times; Kafka is read before.
  private static final int HELD = 64;

  private final Deque<Shown> held = new ArrayDeque<>(HELD);

  /** A verified note, and who showed it. */
  record Shown(String source, SignedCheckpoint signed) {}

  void hold(String source, SignedCheckpoint signed) {
    if (held.size() == HELD) {
      held.removeFirst();
    }
    held.addLast(new Shown(source, signed));
  }

  /** One that fits; empty if there is none any more. */
  Optional<Shown> find(List<LogSource> sources, Predicate<Checkpoint> wanted) {
    Optional<Shown> atHand =
        held.stream().filter(shown -> wanted.test(shown.signed().checkpoint())).findFirst();
    return atHand.or(
        () -> sources.stream().flatMap(source -> again(source, wanted).stream()).findFirst());
  }

  private static List<Shown> again(LogSource source, Predicate<Checkpoint> wanted) {
    List<Shown> found = new ArrayList<>();
    source.eachCheckpoint(note -> {
      try {
        SignedCheckpoint signed = SignedCheckpoint.parse(note);
        if (wanted.test(signed.checkpoint())) {
          found.add(new Shown(source.name(), signed));
        }
      } catch (LogException reported) {
        // Notes that are none were reported when they were read first.
        return;
      }
    });
    return found;
  }
}
