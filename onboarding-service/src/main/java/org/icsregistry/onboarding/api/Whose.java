package org.icsregistry.onboarding.api;

import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** A partner sees what is its own; offices of the ICS see all. */
public final class Whose {

  private Whose() {}

  /**
   * The partner to restrict an answer to; null for all.
   *
   * @param asked the partner that the caller named
   * @param what the caller asks for, in the plural
   * @throws RightRefusal if the caller may not see those of that partner
   */
  public static @Nullable String partner(@Nullable String asked, Caller caller, String what) {
    if (Access.allows(caller, Right.SEE_JOURNEYS, Bond.NONE)) {
      return asked;
    }
    if (Access.allows(caller, Right.SEE_JOURNEYS, Bond.OWN)
        && (asked == null || asked.equals(caller.organisation()))) {
      return caller.organisation();
    }
    throw new RightRefusal(
        Right.SEE_JOURNEYS,
        ProblemCode.NOT_ALLOWED,
        "a token of the partner whose " + what + " these are, or of an office of the ICS",
        "a token of another organisation or without such a role",
        "ask for your own organisation's " + what);
  }
}
