package org.icsregistry.projection.passport;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.icsregistry.contracts.rules.RoleProfile;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.icsregistry.projection.passport.RoleProgress.Line;
import org.icsregistry.projection.passport.RoleProgress.Standing;
import org.icsregistry.projection.passport.RoleProgress.State;
import org.icsregistry.projection.passport.RoleProgress.Step;
import org.jspecify.annotations.Nullable;

/** The gap view: the rule engine's answer for every role the person is on the way to or in. */
final class Progress {

  private record Journey(String partner, String roleId) {}

  private final Snapshot snapshot;
  private final Sight sight;
  private final Holdings holdings;
  private final Naming naming;

  Progress(Snapshot snapshot, Sight sight, Holdings holdings) {
    this.snapshot = snapshot;
    this.sight = sight;
    this.holdings = holdings;
    this.naming = new Naming(snapshot.directory());
  }

  List<RoleProgress> all() {
    return journeys().stream()
        .filter(journey -> sight.seesJourneysAt(journey.partner()))
        .map(this::progress)
        .flatMap(Optional::stream)
        .toList();
  }

  /** How far the person is from a role at a partner, whether or not they are on the way to it. */
  Optional<RoleProgress> towards(String partner, String roleId) {
    return progress(new Journey(partner, roleId));
  }

  private Set<Journey> journeys() {
    var all = new LinkedHashSet<Journey>();
    for (var application : snapshot.passport().applications().values()) {
      if (application.step().open()) {
        all.add(new Journey(application.partner(), application.roleId()));
      }
    }
    for (var clearance : snapshot.passport().person().clearances().values()) {
      all.add(new Journey(clearance.partner(), clearance.roleId()));
    }
    return all;
  }

  /** Empty while the role, which another projection keeps, is not there yet. */
  private Optional<RoleProgress> progress(Journey journey) {
    var clearance = clearance(journey);
    return snapshot
        .directory()
        .role(journey.roleId())
        .flatMap(role -> profile(role, clearance))
        .map(profile -> progress(journey, profile, clearance));
  }

  private static Optional<RoleProfile> profile(Role role, @Nullable Clearance clearance) {
    return clearance != null && clearance.inForce()
        ? role.forPlaced(clearance.roleVersion())
        : role.current();
  }

  private RoleProgress progress(
      Journey journey, RoleProfile profile, @Nullable Clearance clearance) {
    var day = snapshot.cut().day();
    var policy = snapshot.directory().partner(journey.partner()).policyOn(day);
    var lines = Assessment.assess(profile, policy, holdings, day).stream().map(this::line).toList();
    var open = lines.stream().map(Line::next).filter(Objects::nonNull).toList();
    // What a clearance has to wait for comes before what can follow later.
    var next =
        lines.stream()
            .filter(Line::blocking)
            .map(Line::next)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(open.isEmpty() ? null : open.getFirst());
    return new RoleProgress(
        naming.organisation(journey.partner()),
        naming.role(journey.roleId()),
        profile.version(),
        policy.version(),
        state(clearance),
        lines.size() - open.size(),
        lines.size(),
        next,
        next == null ? waitingOn(journey, clearance) : next.waitingOn(),
        open.stream().mapToInt(Step::typicalDays).max().orElse(0),
        lines);
  }

  private @Nullable Clearance clearance(Journey journey) {
    return snapshot
        .passport()
        .person()
        .clearances()
        .get(Clearance.key(journey.partner(), journey.roleId()));
  }

  private static State state(@Nullable Clearance clearance) {
    if (clearance == null) {
      return State.OPEN;
    }
    return clearance.inForce() ? State.CLEARED : State.LAPSED;
  }

  private WaitingOn waitingOn(Journey journey, @Nullable Clearance clearance) {
    if (clearance != null && clearance.inForce()) {
      return WaitingOn.NOBODY;
    }
    return snapshot.passport().applications().values().stream()
        .filter(a -> a.partner().equals(journey.partner()) && a.roleId().equals(journey.roleId()))
        .reduce((_, later) -> later)
        .map(Application::waitingOn)
        .orElse(WaitingOn.ORGANISATION);
  }

  private Line line(Requirement requirement) {
    var code = requirement.line().code();
    boolean blocking = requirement.line().blocking();
    return switch (requirement.status()) {
      case Met m ->
          m.issuer() == null || sight.seesRecordsOf(m.issuer())
              ? new Line(
                  code,
                  Standing.MET,
                  blocking,
                  m.itemId(),
                  m.issuer() == null ? null : naming.organisation(m.issuer()),
                  m.basis(),
                  m.until(),
                  null,
                  null)
              : new Line(code, Standing.MET, blocking, null, null, m.basis(), null, null, null);
      case StatusCheckNeeded s ->
          new Line(
              code,
              Standing.STATUS_CHECK_NEEDED,
              blocking,
              shown(s.issuer(), s.itemId()),
              shown(s.issuer()),
              null,
              null,
              null,
              new Step(code, NextStep.CHECK_UPDATE_SERVICE, s.owner(), s.typicalDays()));
      case Gap g ->
          new Line(
              code,
              Standing.GAP,
              blocking,
              null,
              null,
              null,
              null,
              g.reason(),
              new Step(code, g.nextStep(), g.owner(), g.typicalDays()));
      case Repeat r ->
          new Line(
              code,
              Standing.REPEAT,
              blocking,
              shown(r.issuer(), r.itemId()),
              shown(r.issuer()),
              null,
              null,
              sight.seesRecordsOf(r.issuer()) ? r.reason() : null,
              new Step(code, r.nextStep(), r.owner(), r.typicalDays()));
      case Bypassed b ->
          new Line(code, Standing.BYPASSED, blocking, null, null, null, b.until(), null, null);
    };
  }

  private @Nullable String shown(String issuer, String itemId) {
    return sight.seesRecordsOf(issuer) ? itemId : null;
  }

  private @Nullable Organisation shown(String issuer) {
    return sight.seesRecordsOf(issuer) ? naming.organisation(issuer) : null;
  }
}
