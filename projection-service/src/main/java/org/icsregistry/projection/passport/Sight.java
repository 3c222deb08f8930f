package org.icsregistry.projection.passport;

import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.icsregistry.kit.security.Caller;

/** What a caller sees of a passport. */
sealed interface Sight {

  /**
   * An organisation with a relationship: who the person is, what it recorded itself, and whether
   * they meet its roles.
   */
  record Linked(String organisation) implements Sight {}

  /**
   * An organisation with which the person shares details, or which saw an emergency: everything but
   * what others decided after their checks.
   */
  record Granted(String organisation) implements Sight {}

  /** Everything: the person, and the registry's own services. */
  record Whole() implements Sight {}

  /** Pseudonymous: whatever is sealed stays closed. */
  record Pseudonymous() implements Sight {}

  /**
   * @param bond what ties the caller to the person
   * @throws Refusal 404 to an organisation without a relationship and to other volunteers, whether
   *     or not the person exists; 403 to offices that see no passports at all
   */
  static Sight of(Caller caller, Passport passport, Bond bond) {
    requireReader(caller);
    if (Access.allows(caller, Right.SEE_DETAILS, bond)) {
      return bond == Bond.GRANTED || bond == Bond.EMERGENCY
          ? new Granted(caller.organisation())
          : new Whole();
    }
    if (Access.allows(caller, Right.SEE_PERSON, bond)) {
      return new Linked(caller.organisation());
    }
    if (Access.allows(caller, Right.SEE_PSEUDONYM, bond) && passport.lastIndex() >= 0) {
      return new Pseudonymous();
    }
    throw notFound();
  }

  /** What ties the caller to the person, by the grants and emergencies in force at this moment. */
  static Bond bond(Caller caller, Passport passport, Cut now) {
    if (passport.subject().equals(caller.person())) {
      return Bond.SELF;
    }
    if (!caller.speaksForPartner()) {
      return Bond.NONE;
    }
    return Ties.bond(caller.organisation(), passport.person(), now);
  }

  /** Refuses offices that see no passports, before anything is looked up. */
  static void requireReader(Caller caller) {
    if (!Access.everAllows(caller, Right.SEE_PSEUDONYM)) {
      Access.requireEver(caller, Right.SEE_PERSON);
    }
  }

  static Refusal notFound() {
    return new RightRefusal(
        Right.SEE_PERSON,
        ProblemCode.NOT_FOUND,
        "the id of a person whom your organisation has a relationship with",
        "another id",
        "check the id; if the person agreed to a relationship, record it with LinkPartner first");
  }

  /** Whether sealed values are opened at all. */
  default boolean opens() {
    return !(this instanceof Pseudonymous);
  }

  /** Whether what this organisation recorded or decided is shown in detail. */
  default boolean seesRecordsOf(String recorder) {
    return switch (this) {
      case Linked(String organisation) -> organisation.equals(recorder);
      case Granted _, Whole _, Pseudonymous _ -> true;
    };
  }

  /** Whether it is shown that the person shares with this organisation. */
  default boolean seesGrantsTo(String organisation) {
    return switch (this) {
      case Linked(String own) -> own.equals(organisation);
      case Granted(String own) -> own.equals(organisation);
      case Whole _, Pseudonymous _ -> true;
    };
  }

  /** Whether the outcome of this issuer's checks is shown. */
  default boolean seesOutcomesOf(String issuer) {
    return switch (this) {
      case Linked(String organisation) -> organisation.equals(issuer);
      case Granted(String organisation) -> organisation.equals(issuer);
      case Whole() -> true;
      case Pseudonymous() -> false;
    };
  }

  /**
   * Whether it is shown how the person fares at this organisation: applications, requests, and what
   * its roles still ask for. What it decided against somebody would show there.
   */
  default boolean seesJourneysAt(String organisation) {
    return this instanceof Pseudonymous || seesOutcomesOf(organisation);
  }
}
