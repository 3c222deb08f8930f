package org.icsregistry.contracts.message;

import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.rules.RequirementLine;

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
}
