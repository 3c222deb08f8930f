package org.icsregistry.contracts.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.message.RoleEvent.RoleRetired;
import org.icsregistry.contracts.message.RoleEvent.RoleRevised;
import org.icsregistry.contracts.message.RoleEvent.SurgeRoleOpened;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RoleProfile;
import org.jspecify.annotations.Nullable;

/**
 * A role as its events tell it.
 *
 * @param versions oldest first; version n stands at position n - 1
 * @param temporary present when the role exists for a surge only
 * @param retired whether nobody new may come
 */
public record Role(
    String roleId, List<Version> versions, @Nullable Temporary temporary, boolean retired) {

  /**
   * A role that ends by itself.
   *
   * @param derivedFrom a role whose people may be called up for this one too
   * @param endsOn its last day
   */
  public record Temporary(String surgeId, @Nullable String derivedFrom, LocalDate endsOn) {}

  /**
   * @param appliesToPlaced whether people cleared under an earlier version must meet this one too
   */
  public record Version(RoleProfile profile, EngagementMode mode, boolean appliesToPlaced) {}

  public static Role unknown(String roleId) {
    return new Role(roleId, List.of(), null, false);
  }

  public boolean defined() {
    return !versions.isEmpty();
  }

  /** Whether its time has passed; what rested on it has passed with it. */
  public boolean ended(LocalDate day) {
    return temporary != null && day.isAfter(temporary.endsOn());
  }

  /** Code of the organisation that owns it. */
  public static String owner(String roleId) {
    return roleId.substring(0, roleId.lastIndexOf('.'));
  }

  /** The newest version, which decides about everybody who is not cleared yet. */
  public Optional<RoleProfile> current() {
    return defined() ? Optional.of(versions.getLast().profile()) : Optional.empty();
  }

  /** The version that somebody cleared under {@code clearedUnder} has to meet today. */
  public Optional<RoleProfile> forPlaced(int clearedUnder) {
    return versions.stream()
        .filter(v ->
            v.profile().version() == clearedUnder
                || (later(v, clearedUnder) && v.appliesToPlaced()))
        .map(Version::profile)
        .reduce((_, newer) -> newer);
  }

  public Role evolve(RoleEvent event) {
    return switch (event) {
      case RoleDefined e -> plus(e.roleVersion(), e.title(), e.mode(), e.requirements(), false);
      case RoleRevised e ->
          plus(e.roleVersion(), e.title(), e.mode(), e.requirements(), e.appliesToPlaced());
      case SurgeRoleOpened e ->
          new Role(
                  roleId,
                  versions,
                  new Temporary(e.surgeId(), e.derivedFrom(), e.endsOn()),
                  retired)
              .plus(e.roleVersion(), e.title(), e.mode(), e.requirements(), false);
      case RoleRetired _ -> new Role(roleId, versions, temporary, true);
    };
  }

  private static boolean later(Version version, int clearedUnder) {
    return version.profile().version() > clearedUnder;
  }

  private Role plus(
      int version,
      String title,
      EngagementMode mode,
      List<RequirementLine> lines,
      boolean appliesToPlaced) {
    var added = new Version(new RoleProfile(roleId, version, title, lines), mode, appliesToPlaced);
    return new Role(
        roleId, Stream.concat(versions.stream(), Stream.of(added)).toList(), temporary, retired);
  }
}
