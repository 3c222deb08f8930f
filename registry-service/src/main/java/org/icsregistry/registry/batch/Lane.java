package org.icsregistry.registry.batch;

import java.util.Locale;

/** Who is served first. Within a lane, commands keep their order; between lanes there is none. */
public enum Lane {
  /** Somebody waits for the answer. */
  PARTNERS,
  /**
   * What the system finds to do by itself, a hundred thousand commands at once when policies
   * change. Nobody waits for any of them.
   */
  ENGINE;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
