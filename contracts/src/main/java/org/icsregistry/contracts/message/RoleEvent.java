package org.icsregistry.contracts.message;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.rules.RequirementLine;
import org.jspecify.annotations.Nullable;

/** Events of a role; the subject is its id. {@code roleVersion} counts from 1. */
public sealed interface RoleEvent extends Event {

  @MessageType("RoleDefined.v1")
  record RoleDefined(
      int roleVersion, String title, EngagementMode mode, List<RequirementLine> requirements)
      implements RoleEvent {}

  @MessageType("RoleRevised.v1")
  record RoleRevised(
      int roleVersion,
      String title,
      EngagementMode mode,
      List<RequirementLine> requirements,
      boolean appliesToPlaced)
      implements RoleEvent {}

  /** {@code endsOn} is the last day of the role; nothing has to be said when it has passed. */
  @MessageType("SurgeRoleOpened.v1")
  record SurgeRoleOpened(
      int roleVersion,
      String surgeId,
      @Nullable String derivedFrom,
      String title,
      EngagementMode mode,
      List<RequirementLine> requirements,
      LocalDate endsOn)
      implements RoleEvent {}

  @MessageType("RoleRetired.v1")
  record RoleRetired() implements RoleEvent {}
}
