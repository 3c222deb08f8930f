package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.message.RoleEvent.RoleRetired;
import org.icsregistry.contracts.message.RoleEvent.RoleRevised;
import org.icsregistry.contracts.message.RoleEvent.SurgeRoleOpened;
import org.icsregistry.contracts.rules.RequirementLine;
import org.jspecify.annotations.Nullable;

/**
 * Commands to a role; the subject is its id, {@code <owner>.<CODE>}, and only the owner may send
 * them.
 */
public sealed interface RoleCommand extends Command {

  @MessageType("DefineRole.v1")
  @LeadsTo(RoleDefined.class)
  record DefineRole(
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String title,
      EngagementMode mode,
      @Size(max = 60) List<RequirementLine> requirements)
      implements RoleCommand {}

  /**
   * Replaces the requirement profile; the role gets the next version.
   *
   * @param appliesToPlaced whether people already cleared must meet the new profile too
   */
  @MessageType("ReviseRole.v1")
  @LeadsTo(RoleRevised.class)
  record ReviseRole(
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String title,
      EngagementMode mode,
      @Size(max = 60) List<RequirementLine> requirements,
      boolean appliesToPlaced)
      implements RoleCommand {}

  /**
   * Defines a role that exists for a surge only and ends by itself; sent by the ICS host.
   *
   * @param derivedFrom a role whose people may be called up for this one too
   * @param endsOn the last day on which anybody is cleared for it
   */
  @MessageType("OpenSurgeRole.v1")
  @LeadsTo(SurgeRoleOpened.class)
  record OpenSurgeRole(
      @Pattern(regexp = Format.SURGE) String surgeId,
      @Nullable @Pattern(regexp = Format.ROLE) String derivedFrom,
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String title,
      EngagementMode mode,
      @Size(max = 60) List<RequirementLine> requirements,
      LocalDate endsOn)
      implements RoleCommand {}

  /** Nobody new: no application, request or clearance any more; who is placed goes on. */
  @MessageType("RetireRole.v1")
  @LeadsTo(RoleRetired.class)
  record RetireRole() implements RoleCommand {}
}
