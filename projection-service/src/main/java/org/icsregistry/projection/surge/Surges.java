package org.icsregistry.projection.surge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.rules.RoleProfile;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.figures.SmallNumbers;
import org.icsregistry.projection.surge.SurgeQueries.Cleared;
import org.icsregistry.projection.surge.SurgeView.AtPartner;
import org.icsregistry.projection.surge.SurgeView.CallUps;
import org.icsregistry.projection.surge.SurgeView.Capacity;
import org.icsregistry.projection.surge.SurgeView.TemporaryRole;
import org.springframework.stereotype.Component;

/** What everybody may know about surges, and the people of the caller's own organisation. */
@Component
public class Surges {

  private final SurgeQueries queries;
  private final GoodStanding standing;

  Surges(SurgeQueries queries, GoodStanding standing) {
    this.queries = queries;
    this.standing = standing;
  }

  /** All surges by id. */
  public List<SurgeView> all(Caller caller) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    standing.require(caller);
    return queries.surges().stream().map(surge -> view(caller, surge)).toList();
  }

  /** Who is cleared for a role. */
  public Capacity capacity(Caller caller, String roleId) {
    Access.requireEver(caller, Right.SEE_FIGURES);
    standing.require(caller);
    return counted(caller, roleId);
  }

  private SurgeView view(Caller caller, Surge surge) {
    return new SurgeView(
        surge,
        queries.rolesOf(surge.surgeId()).stream().map(role -> role(caller, role)).toList(),
        callUps(surge.surgeId()),
        "/audit?subject=" + surge.surgeId());
  }

  private TemporaryRole role(Caller caller, Role role) {
    var temporary = Objects.requireNonNull(role.temporary());
    var base = temporary.derivedFrom();
    return new TemporaryRole(
        role.roleId(),
        role.current().map(RoleProfile::title).orElse(null),
        temporary.endsOn(),
        counted(caller, role.roleId()),
        base == null ? null : counted(caller, base));
  }

  private Capacity counted(Caller caller, String roleId) {
    var cleared = queries.cleared(roleId);
    var partners = cleared.stream().map(Cleared::partner).distinct().sorted().toList();
    var numbers =
        SmallNumbers.row(
            partners.stream()
                .map(p -> cleared.stream().filter(c -> c.partner().equals(p)).count())
                .toList());
    var people = cleared.stream().map(Cleared::subject).distinct().toList();
    var rows = new ArrayList<AtPartner>();
    for (int i = 0; i < partners.size(); i++) {
      rows.add(new AtPartner(partners.get(i), numbers.get(i)));
    }
    var yours =
        caller.speaksForPartner()
            ? queries.linked(caller.organisation(), people)
            : List.<String>of();
    return new Capacity(
        roleId,
        SmallNumbers.one(people.size()),
        rows,
        yours.stream().sorted(Comparator.naturalOrder()).toList());
  }

  private CallUps callUps(String surgeId) {
    var answers = queries.answers(surgeId);
    var row =
        SmallNumbers.row(
            List.of(
                answers.getOrDefault("YES", 0L),
                answers.getOrDefault("NO", 0L),
                answers.getOrDefault("LATER", 0L),
                answers.getOrDefault("", 0L)));
    long all = answers.values().stream().mapToLong(Long::longValue).sum();
    return new CallUps(SmallNumbers.one(all), row.get(0), row.get(1), row.get(2), row.get(3));
  }
}
