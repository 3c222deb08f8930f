package org.icsregistry.contracts.rules;

import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.Workforce;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was checked covers what a line asks. A partner's own certificate may cover more than
 * the line; whoever relies on another's needs the same workforce and has to be entitled to each
 * list on it. Source: DBS Update Service employer guide.
 */
final class Coverage {

  private Coverage() {}

  /** Whether a level is asked and not reached. */
  static boolean below(@Nullable CheckLevel required, @Nullable CheckLevel held) {
    return required != null && (held == null || !held.covers(required));
  }

  static boolean of(Workforce required, @Nullable Workforce held, boolean own) {
    boolean wider =
        held == Workforce.CHILD_AND_ADULT
            && (required == Workforce.ADULT || required == Workforce.CHILD);
    return held == required || (own && wider);
  }

  /** A line that asks for no list leaves the lists to its legal maximum level. */
  static boolean of(BarredLists required, @Nullable BarredLists held, boolean own) {
    boolean wider =
        held == BarredLists.BOTH
            && (required == BarredLists.ADULTS || required == BarredLists.CHILDREN);
    return held == required || required == BarredLists.NONE || (own && wider);
  }
}
