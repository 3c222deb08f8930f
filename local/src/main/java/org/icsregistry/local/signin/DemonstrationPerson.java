package org.icsregistry.local.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to sign in as, described by a job: the demonstration invents no people.
 *
 * @param id subject of the tokens
 * @param job what the page shows
 * @param person the registry's id of the person, for a volunteer
 */
record DemonstrationPerson(String id, String job, Identity identity, @Nullable String person) {

  /** Whom the demonstration's first chapters are about. */
  private static final String VOLUNTEER = "de300001-0000-4000-8000-000000000000";

  private DemonstrationPerson(String id, String job, Identity identity) {
    this(id, job, identity, null);
  }

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
        new DemonstrationPerson(
            "coordinator-GB-CHC-1015988",
            "Volunteer coordinator, Royal Voluntary Service (GB-CHC-1015988)",
            new Identity("GB-CHC-1015988", "coordinator")),
        new DemonstrationPerson(
            "volunteer-1",
            "Volunteer at The Christie and Manchester University",
            new Identity("", "volunteer"),
            VOLUNTEER),
        new DemonstrationPerson("ics-lead", "ICS lead", new Identity(host, "lead")),
        new DemonstrationPerson("auditor", "Auditor", new Identity(host, "auditor")),
        new DemonstrationPerson("operator", "Operator", new Identity(host, "operator")));
  }

  Map<String, Object> claims() {
    var claims = new HashMap<>(identity.claims());
    claims.put("name", job);
    if (person != null) {
      claims.put("person", person);
    }
    return claims;
  }

  static Optional<DemonstrationPerson> find(String host, String id) {
    return all(host).stream().filter(person -> person.id().equals(id)).findFirst();
  }
}
