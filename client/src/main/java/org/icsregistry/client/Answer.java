package org.icsregistry.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the registry answers to one command; {@code id} is the command's. */
public sealed interface Answer {

  String id();

  /**
   * The command had effect, now or when it was sent before.
   *
   * @param subject whom or what it was about; the new id where the command named none
   * @param events what stands in the log because of it
   */
  record Accepted(String id, String subject, List<RecordedAs> events) implements Answer {}

  /**
   * The command had no effect.
   *
   * @param code the rule that was broken; a text because the list of codes may grow
   * @param detail what was expected, what came and what to do; never personal data
   */
  record Refused(String id, int status, String code, String detail, List<Place> errors)
      implements Answer {

    /** Whether the same command may be accepted later: it was not decided. */
    public boolean temporary() {
      return Waiting.worthwhile(status);
    }
  }

  /** An event and its place in the log. */
  record RecordedAs(String id, String type, long logIndex) {}

  /**
   * A place in the data that is wrong.
   *
   * @param pointer JSON pointer into the envelope
   */
  record Place(String pointer, @Nullable String expected) {}
}
