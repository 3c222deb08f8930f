package org.icsregistry.auditor.replay;

import java.util.Map;
import java.util.TreeMap;
import org.icsregistry.contracts.passport.Passport;
import org.jspecify.annotations.Nullable;

/**
 * What dashboards show, counted from the log: by organisation or code, then by standing.
 *
 * @param people whom the log has a passport for
 * @param links people with a relationship to an organisation
 * @param placements by organisation and step
 * @param volunteered sessions, minutes and tasks by organisation
 */
record Figures(
    Map<String, Map<String, Long>> events,
    long people,
    Map<String, Long> links,
    Map<String, Map<String, Long>> checks,
    Map<String, Map<String, Long>> trainings,
    Map<String, Map<String, Long>> clearances,
    Map<String, Map<String, Long>> applications,
    Map<String, Map<String, Long>> placements,
    Map<String, Map<String, Long>> volunteered) {

  static Figures of(History history) {
    Figures figures =
        new Figures(
            history.counts().byOrganisation(),
            history.passports().size(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    history.passports().values().forEach(figures::add);
    return figures;
  }

  private void add(Passport passport) {
    var person = passport.person();
    person.links().keySet().forEach(partner -> links.merge(partner, 1L, Long::sum));
    person.checks().values().forEach(c -> add(checks, c.check().name(), held(c.withdrawnFor())));
    person.trainings().values().forEach(t -> add(trainings, t.training(), held(t.withdrawnFor())));
    person
        .clearances()
        .values()
        .forEach(c -> add(clearances, c.partner(), c.inForce() ? "IN_FORCE" : "LAPSED"));
    passport.applications().values().forEach(a -> add(applications, a.partner(), a.step().name()));
    passport
        .placements()
        .values()
        .forEach(p -> {
          add(placements, p.partner(), p.step().name());
          add(volunteered, p.partner(), "sessions", p.sessions());
          add(volunteered, p.partner(), "minutes", p.minutes());
          add(volunteered, p.partner(), "tasks", p.tasks());
        });
  }

  private static String held(@Nullable Object withdrawn) {
    return withdrawn == null ? "HELD" : "WITHDRAWN";
  }

  private static void add(Map<String, Map<String, Long>> counts, String of, String standing) {
    add(counts, of, standing, 1);
  }

  private static void add(
      Map<String, Map<String, Long>> counts, String of, String standing, long number) {
    counts.computeIfAbsent(of, _ -> new TreeMap<>()).merge(standing, number, Long::sum);
  }
}
