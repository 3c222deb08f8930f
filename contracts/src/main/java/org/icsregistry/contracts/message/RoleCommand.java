package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.message.RoleEvent.RoleRevised;
import org.icsregistry.contracts.rules.RequirementLine;

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
}
