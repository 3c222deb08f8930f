package org.icsregistry.projection.surge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.rules.RoleProfile;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.figures.SmallNumbers;
import org.icsregistry.projection.rows.RowSight;
import org.icsregistry.projection.surge.SurgeQueries.Cleared;
import org.icsregistry.projection.surge.SurgeView.AtPartner;
import org.icsregistry.projection.surge.SurgeView.CallUps;
import org.icsregistry.projection.surge.SurgeView.Capacity;
import org.icsregistry.projection.surge.SurgeView.TemporaryRole;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may know about surges, and the people of the caller's own organisation. */
@Component
public class Surges {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  private final SurgeQueries queries;
  private final GoodStanding standing;
  private final RowSight sight;
  private final Clock clock;

  Surges(SurgeQueries queries, GoodStanding standing, RowSight sight, Clock clock) {
    this.queries = queries;
    this.standing = standing;
    this.sight = sight;
    this.clock = clock;
  }

  /** All surges by id. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<SurgeView> all(Caller caller) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    sight.of(caller);
    standing.require(caller);
    var planned = planned();
    return queries.surges().stream().map(surge -> view(caller, surge, planned)).toList();
  }

  /** Who is cleared for a role. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Capacity capacity(Caller caller, String roleId) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    sight.of(caller);
    standing.require(caller);
    return counted(caller, roleId, planned());
  }

  private Set<String> planned() {
    return queries.planned(LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM));
  }

  private SurgeView view(Caller caller, Surge surge, Set<String> planned) {
    return new SurgeView(
        surge,
        queries.rolesOf(surge.surgeId()).stream().map(role -> role(caller, role, planned)).toList(),
        callUps(surge.surgeId()),
        "/audit?subject=" + surge.surgeId());
  }

  private TemporaryRole role(Caller caller, Role role, Set<String> planned) {
    var temporary = Objects.requireNonNull(role.temporary());
    var base = temporary.derivedFrom();
    return new TemporaryRole(
        role.roleId(),
        role.current().map(RoleProfile::title).orElse(null),
        temporary.endsOn(),
        counted(caller, role.roleId(), planned),
        base == null ? null : counted(caller, base, planned));
  }

  /**
   * Somebody whom two have cleared is in both parts and once in the number of people, so an exact
   * one would say how many have been cleared twice, and a partner knows whom it has cleared itself.
   */
  private Capacity counted(Caller caller, String roleId, Set<String> planned) {
    var cleared = queries.cleared(roleId);
    var numbers = SmallNumbers.parts(cleared.stream().map(Cleared::people).toList());
    var shown = planned.contains(roleId) ? numbers.shown() : numbers.rounded();
    var rows = new ArrayList<AtPartner>();
    for (int i = 0; i < cleared.size(); i++) {
      rows.add(new AtPartner(cleared.get(i).partner(), shown.get(i)));
    }
    var people = numbers.roundedTotal(queries.people(roleId));
    return new Capacity(roleId, people, rows, yours(caller, roleId));
  }

  /** Where else somebody is cleared is for those with whom they share details. */
  private List<String> yours(Caller caller, String roleId) {
    return caller.speaksForPartner() ? queries.yours(caller.organisation(), roleId) : List.of();
  }

  private CallUps callUps(String surgeId) {
    var answers = queries.answers(surgeId);
    var row =
        SmallNumbers.parts(
            List.of(
                answers.getOrDefault("YES", 0L),
                answers.getOrDefault("NO", 0L),
                answers.getOrDefault("LATER", 0L),
                answers.getOrDefault("", 0L)));
    long all = answers.values().stream().mapToLong(Long::longValue).sum();
    var shown = row.shown();
    return new CallUps(row.total(all), shown.get(0), shown.get(1), shown.get(2), shown.get(3));
  }
}
