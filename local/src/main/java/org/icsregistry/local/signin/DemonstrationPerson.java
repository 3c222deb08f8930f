package org.icsregistry.local.signin;

import java.util.List;
import java.util.Optional;

/**
 * Somebody to sign in as, described by a job: the demonstration invents no people.
 *
 * @param id subject of the tokens
 * @param job what the page shows
 */
record DemonstrationPerson(String id, String job, Identity identity) {

  static List<DemonstrationPerson> all(String host) {
    return List.of(
        new DemonstrationPerson(
            "coordinator-RBV",
            "Volunteer coordinator, The Christie (RBV)",
            new Identity("RBV", "coordinator")),
        new DemonstrationPerson(
            "coordinator-R0A",
            "Volunteer coordinator, Manchester University (R0A)",
            new Identity("R0A", "coordinator")),
        new DemonstrationPerson("ics-lead", "ICS lead", new Identity(host, "lead")),
        new DemonstrationPerson("auditor", "Auditor", new Identity(host, "auditor")),
        new DemonstrationPerson("operator", "Operator", new Identity(host, "operator")));
  }

  static Optional<DemonstrationPerson> find(String host, String id) {
    return all(host).stream().filter(person -> person.id().equals(id)).findFirst();
  }
}
