package org.icsregistry.projection.passport;

import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.security.Caller;

/** What a caller sees of a passport. */
sealed interface Sight {

  /** An organisation with a relationship: everything but what others decided after their checks. */
  record Linked(String organisation) implements Sight {}

  /** The registry's own services. */
  record Internal() implements Sight {}

  /** Pseudonymous: whatever is sealed stays closed. */
  record Pseudonymous() implements Sight {}

  /**
   * @throws Refusal 404 to an organisation without a relationship, whether or not the person
   *     exists; 403 to roles that see no passports at all
   */
  static Sight of(Caller caller, Passport passport) {
    requireReader(caller);
    if (caller.hasAny("engine", "reader")) {
      return new Internal();
    }
    if (caller.hasAny("partner", "coordinator")
        && passport.person().linkedTo(caller.organisation())) {
      return new Linked(caller.organisation());
    }
    if (caller.has("auditor") && passport.lastIndex() >= 0) {
      return new Pseudonymous();
    }
    throw notFound();
  }

  /** Refuses roles that see no passports, before anything is looked up. */
  static void requireReader(Caller caller) {
    if (!caller.hasAny("partner", "coordinator", "auditor", "engine", "reader")) {
      throw new Refusal(
          ProblemCode.NOT_ALLOWED,
          "a partner's system, a coordinator or an auditor",
          "a token with other roles, which see no passports",
          "ask somebody with one of these roles");
    }
  }

  static Refusal notFound() {
    return new Refusal(
        ProblemCode.NOT_FOUND,
        "the id of a person whom your organisation has a relationship with",
        "another id",
        "check the id; if the person agreed to a relationship, record it with LinkPartner first");
  }

  /** Whether sealed values are opened at all. */
  default boolean opens() {
    return !(this instanceof Pseudonymous);
  }

  /** Whether the outcome of this issuer's checks is shown. */
  default boolean seesOutcomesOf(String issuer) {
    return switch (this) {
      case Linked(String organisation) -> organisation.equals(issuer);
      case Internal() -> true;
      case Pseudonymous() -> false;
    };
  }
}
