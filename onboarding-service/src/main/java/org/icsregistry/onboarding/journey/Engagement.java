package org.icsregistry.onboarding.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Placement;
import org.jspecify.annotations.Nullable;

/**
 * One person in one role at one partner, as far as onboarding has anything to do with it: somebody
 * on the way to a clearance, or somebody whose clearance has to be watched.
 *
 * @param occasion the accepted application or the placement that calls for a clearance; absent when
 *     nothing does
 * @param clearance the one in force; absent without one
 */
public record Engagement(
    String partner, String roleId, @Nullable String occasion, @Nullable Clearance clearance) {

  /** All of a person's, in the order of the log. */
  public static List<Engagement> of(Passport passport) {
    if (passport.person().erased()) {
      return List.of();
    }
    Map<String, Engagement> all = new LinkedHashMap<>();
    for (var application : passport.applications().values()) {
      if (application.step() == Application.Step.ACCEPTED) {
        add(all, passport, application.partner(), application.roleId());
      }
    }
    for (var placement : passport.placements().values()) {
      add(all, passport, placement.partner(), placement.roleId());
    }
    for (var clearance : passport.person().clearances().values()) {
      add(all, passport, clearance.partner(), clearance.roleId());
    }
    return List.copyOf(all.values());
  }

  private static void add(
      Map<String, Engagement> all, Passport passport, String partner, String roleId) {
    var key = Clearance.key(partner, roleId);
    var clearance = passport.person().clearances().get(key);
    var inForce = clearance != null && clearance.inForce() ? clearance : null;
    var occasion = occasion(passport, partner, roleId);
    if (occasion != null || inForce != null) {
      all.put(key, new Engagement(partner, roleId, occasion, inForce));
    }
  }

  /**
   * The newest accepted application, unless as many placements are over as were applied for; each
   * accepted application leads to one placement. Without one, a placement that was offered or runs.
   */
  private static @Nullable String occasion(Passport passport, String partner, String roleId) {
    var accepted =
        passport.applications().values().stream()
            .filter(a -> a.partner().equals(partner) && a.roleId().equals(roleId))
            .filter(a -> a.step() == Application.Step.ACCEPTED)
            .map(Application::id)
            .toList();
    var placements =
        passport.placements().values().stream()
            .filter(p -> p.partner().equals(partner) && p.roleId().equals(roleId))
            .toList();
    var live = placements.stream().filter(p -> p.step() != Placement.Step.ENDED).toList();
    if (accepted.size() > placements.size() - live.size()) {
      return accepted.getLast();
    }
    return live.isEmpty() ? null : live.getLast().id();
  }
}
