package org.icsregistry.kit.access;

import static org.icsregistry.kit.access.Bond.EMERGENCY;
import static org.icsregistry.kit.access.Bond.GRANTED;
import static org.icsregistry.kit.access.Bond.LINKED;
import static org.icsregistry.kit.access.Bond.OWN;
import static org.icsregistry.kit.access.Bond.SELF;
import static org.icsregistry.kit.access.Office.ADMINISTRATOR;
import static org.icsregistry.kit.access.Office.AUDITOR;
import static org.icsregistry.kit.access.Office.COORDINATOR;
import static org.icsregistry.kit.access.Office.ENGINE;
import static org.icsregistry.kit.access.Office.LEAD;
import static org.icsregistry.kit.access.Office.OPERATOR;
import static org.icsregistry.kit.access.Office.PARTNER;
import static org.icsregistry.kit.access.Office.READER;
import static org.icsregistry.kit.access.Office.VOLUNTEER;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.security.Caller;

/** Whether an office may do something, given what ties it to the matter. Nothing else decides. */
public final class Access {

  private static final Set<Office> SERVICES = Set.of(ENGINE, READER);
  private static final Set<Office> AT_A_PARTNER = Set.of(PARTNER, COORDINATOR);
  private static final Set<Bond> RELATED = Set.of(LINKED, GRANTED, EMERGENCY);
  private static final Set<Bond> SHARED = Set.of(GRANTED, EMERGENCY);

  private Access() {}

  /** The matrix. */
  public static boolean allows(Office office, Right right, Bond bond) {
    return switch (right) {
      case SEND_COMMANDS ->
          bond == OWN && Set.of(PARTNER, COORDINATOR, ADMINISTRATOR, ENGINE).contains(office);
      // Somebody who knows the person gives the reason; who looks after settings does not.
      case SEND_EMERGENCIES -> bond == OWN && Set.of(PARTNER, COORDINATOR, READER).contains(office);
      case SEND_CHOICES -> bond == OWN && (office == READER || office == ENGINE);
      case SEE_PERSON ->
          SERVICES.contains(office)
              || (AT_A_PARTNER.contains(office) && RELATED.contains(bond))
              || (office == VOLUNTEER && bond == SELF);
      case SEE_DETAILS ->
          SERVICES.contains(office)
              || (AT_A_PARTNER.contains(office) && SHARED.contains(bond))
              || (office == VOLUNTEER && bond == SELF);
      case BREAK_GLASS -> office == COORDINATOR && (bond == LINKED || bond == EMERGENCY);
      case SEE_PSEUDONYM -> office == AUDITOR || SERVICES.contains(office);
      // Somebody who may come to harm is helped by what holds today, not by how it came about.
      case SEE_HISTORY ->
          sees(office) || (bond != EMERGENCY && allows(office, Right.SEE_DETAILS, bond));
      case SEE_OWN_ENTRIES ->
          sees(office)
              || (bond == OWN && (AT_A_PARTNER.contains(office) || office == ADMINISTRATOR));
      case SEE_LOG -> sees(office);
      case SEE_DIRECTORY -> office != VOLUNTEER;
      case SEE_JOURNEYS ->
          sees(office)
              || (bond == OWN && AT_A_PARTNER.contains(office))
              || (office == VOLUNTEER && bond == SELF);
      case SEE_FIGURES -> office != VOLUNTEER && office != OPERATOR;
      case OPEN_KEYS -> SERVICES.contains(office);
      case OPERATE -> office == OPERATOR;
      case OVERSEE -> office == OPERATOR || office == AUDITOR;
    };
  }

  /** Whether one of the caller's offices may. */
  public static boolean allows(Caller caller, Right right, Bond bond) {
    return allows(Office.named(caller.roles()), right, bond);
  }

  private static boolean allows(List<Office> offices, Right right, Bond bond) {
    for (var office : offices) {
      if (allows(office, right, bond)) {
        return true;
      }
    }
    return false;
  }

  /** The ties that let the caller, for whoever finds out by a query which of them there is. */
  public static Set<Bond> ties(Caller caller, Right right) {
    var offices = Office.named(caller.roles());
    var found = EnumSet.noneOf(Bond.class);
    for (var bond : Bond.values()) {
      if (allows(offices, right, bond)) {
        found.add(bond);
      }
    }
    return found;
  }

  /** Whether any tie at all would let the caller. */
  public static boolean everAllows(Caller caller, Right right) {
    return !ties(caller, right).isEmpty();
  }

  /**
   * @throws Refusal 403 unless one of the caller's offices may
   */
  public static void require(Caller caller, Right right, Bond bond) {
    if (!allows(caller, right, bond)) {
      throw refusal(right);
    }
  }

  /**
   * Before anything is looked up.
   *
   * @throws Refusal 403 if no tie would let the caller
   */
  public static void requireEver(Caller caller, Right right) {
    if (!everAllows(caller, right)) {
      throw refusal(right);
    }
  }

  /** The log names no people: whoever oversees the ICS may read all of it. */
  private static boolean sees(Office office) {
    return office == AUDITOR || office == LEAD || SERVICES.contains(office);
  }

  private static Refusal refusal(Right right) {
    return new RightRefusal(
        right,
        ProblemCode.NOT_ALLOWED,
        "a token of an office that may do this: " + right.words().toLowerCase(Locale.UK),
        "a token of another office, or of another organisation",
        "ask somebody who may; docs/security.md has the matrix of offices and rights");
  }
}
