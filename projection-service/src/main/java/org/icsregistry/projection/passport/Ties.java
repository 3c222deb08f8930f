package org.icsregistry.projection.passport;

import org.icsregistry.contracts.passport.Person;
import org.icsregistry.kit.access.Bond;

/** What ties an organisation to a person. */
public final class Ties {

  private Ties() {}

  /** By the grants and emergencies in force at this moment, and by the relationship. */
  public static Bond bond(String organisation, Person person, Cut now) {
    if (!person.sharedWith(organisation, now.day()).isEmpty()) {
      return Bond.GRANTED;
    }
    if (person.openToInEmergency(organisation, now.at())) {
      return Bond.EMERGENCY;
    }
    return person.linkedTo(organisation) ? Bond.LINKED : Bond.NONE;
  }
}
