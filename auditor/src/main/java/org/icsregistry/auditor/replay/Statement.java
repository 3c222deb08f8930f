package org.icsregistry.auditor.replay;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Check;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Grant;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Placement;
import org.icsregistry.contracts.passport.Training;
import org.icsregistry.contracts.rules.RoleProfile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A passport in the form in which {@code GET /v1/passports/{id}} shows it to an auditor: whatever
 * is sealed is closed.
 */
final class Statement {
  private static final Map<String, Object> CLOSED = Map.of("closed", true);

  private final History history;
  private final Passport passport;
  private final Person person;

  private Statement(History history, Passport passport) {
    this.history = history;
    this.passport = passport;
    this.person = passport.person();
  }

  static JsonNode of(History history, Passport passport, Cut cut) {
    return Json.MAPPER.valueToTree(new Statement(history, passport).fields(cut));
  }

  private Map<String, Object> fields(Cut cut) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", passport.subject());
    all.put("asOf", cut.at().toString());
    all.put("logIndex", cut.index());
    all.put("person", CLOSED);
    List<Object> links = new ArrayList<>();
    person
        .links()
        .forEach((partner, day) ->
            links.add(Map.of("organisation", organisation(partner), "agreedOn", day)));
    all.put("links", links);
    all.put("grants", person.grants().values().stream().map(g -> grant(g, cut.day())).toList());
    all.put("checks", person.checks().values().stream().map(this::check).toList());
    all.put("trainings", person.trainings().values().stream().map(this::training).toList());
    all.put(
        "requests",
        person.requests().stream()
            .map(r ->
                fields(
                    "organisation",
                    organisation(r.partner()),
                    "role",
                    role(r.roleId()),
                    "code",
                    r.code()))
            .toList());
    all.put("recognitions", person.recognitions().stream().map(this::recognition).toList());
    all.put("clearances", person.clearances().values().stream().map(this::clearance).toList());
    all.put(
        "applications", passport.applications().values().stream().map(this::application).toList());
    all.put("placements", passport.placements().values().stream().map(this::placement).toList());
    all.put(
        "issued",
        passport.issued().values().stream()
            .map(new IssuedStatement(person, this::organisation)::of)
            .toList());
    return all;
  }

  private Map<String, Object> grant(Grant g, LocalDate today) {
    return fields(
        "id", g.grantId(),
        "organisation", organisation(g.partner()),
        "purpose", g.purpose(),
        "agreedOn", g.agreedOn(),
        "until", g.until(),
        "inForce", g.inForce(today));
  }

  private Map<String, Object> check(Check c) {
    return fields(
        "itemId", c.itemId(),
        "check", c.check(),
        "issuer", organisation(c.issuer()),
        "issuerCategory", c.issuerCategory(),
        "completedOn", c.completedOn(),
        "finding", CLOSED,
        "statusCheckedOn", c.statusCheckedOn(),
        "withdrawnFor", c.withdrawnFor(),
        "reusedBy", reusedBy(c.itemId()));
  }

  private Map<String, Object> training(Training t) {
    return fields(
        "itemId", t.itemId(),
        "training", t.training(),
        "issuer", organisation(t.issuer()),
        "issuerCategory", t.issuerCategory(),
        "framework", t.framework(),
        "provider", t.provider(),
        "evidence", t.evidence(),
        "completedOn", t.completedOn(),
        "withdrawnFor", t.withdrawnFor(),
        "reusedBy", reusedBy(t.itemId()));
  }

  /** Who relies on the item: by a decision to reuse it, or by a clearance that rests on it. */
  private List<Map<String, Object>> reusedBy(String item) {
    LinkedHashSet<Map<String, Object>> reuses =
        person.recognitions().stream()
            .filter(r -> r.decision() == RecognitionDecision.REUSED && r.itemId().equals(item))
            .map(r -> reuse(r.partner(), r.roleId()))
            .collect(toCollection(LinkedHashSet::new));
    for (Clearance c : person.clearances().values()) {
      if (c.evidence().stream().anyMatch(e -> e.reused() && e.itemId().equals(item))) {
        reuses.add(reuse(c.partner(), c.roleId()));
      }
    }
    return List.copyOf(reuses);
  }

  private Map<String, Object> reuse(String partner, String role) {
    return fields("organisation", organisation(partner), "role", role(role));
  }

  private Map<String, Object> recognition(RecognitionDecided r) {
    return fields(
        "organisation", organisation(r.partner()),
        "role", role(r.roleId()),
        "roleVersion", r.roleVersion(),
        "policyVersion", r.policyVersion(),
        "requirement", r.requirement(),
        "itemId", r.itemId(),
        "decision", r.decision(),
        "reason", r.reason());
  }

  private Map<String, Object> clearance(Clearance c) {
    return fields(
        "organisation", organisation(c.partner()),
        "role", role(c.roleId()),
        "roleVersion", c.roleVersion(),
        "policyVersion", c.policyVersion(),
        "inForce", c.inForce(),
        "lapsedFor", c.lapsedFor(),
        "evidence", c.evidence().stream().map(this::evidence).toList());
  }

  private Map<String, Object> evidence(Evidence e) {
    return fields(
        "requirement", e.requirement(),
        "itemId", e.itemId(),
        "issuer", organisation(e.issuer()),
        "reused", e.reused());
  }

  private Map<String, Object> application(Application a) {
    return fields(
        "id", a.id(),
        "organisation", organisation(a.partner()),
        "role", role(a.roleId()),
        "step", a.step(),
        "waitingOn", a.waitingOn());
  }

  private Map<String, Object> placement(Placement p) {
    return fields(
        "id", p.id(),
        "organisation", organisation(p.partner()),
        "role", role(p.roleId()),
        "step", p.step(),
        "startedOn", p.startedOn(),
        "firstActivityOn", p.firstActivityOn(),
        "endedOn", p.endedOn(),
        "leftFor", p.leftFor(),
        "sessions", p.sessions(),
        "minutes", p.minutes(),
        "tasks", p.tasks());
  }

  private Map<String, Object> organisation(String code) {
    String name = history.partner(code).name();
    return Map.of("code", code, "name", name == null ? code : name);
  }

  private Map<String, Object> role(String id) {
    String title = history.role(id).flatMap(Role::current).map(RoleProfile::title).orElse(id);
    return Map.of("id", id, "title", title);
  }

  /** Names and values in turn; what is absent is left out. */
  static Map<String, Object> fields(@Nullable Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        fields.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return fields;
  }
}
