package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.icsregistry.projection.passport.PassportView.RoleName;
import org.jspecify.annotations.Nullable;

/** How far a person is on the way to a role at an organisation. */
@Schema(description = "How the requirements of a role stand for the person: met of total")
public record RoleProgress(
    Organisation organisation,
    RoleName role,
    @Schema(description = "Version of the requirement profile that applies") int roleVersion,
    @Schema(description = "Version of the organisation's recognition policy; 0 for none")
        int policyVersion,
    State state,
    @Schema(description = "Requirement lines that are met", example = "5") int met,
    @Schema(description = "Requirement lines of the profile", example = "7") int total,
    @Schema(description = "What comes next; absent when nothing is open") @Nullable Step next,
    @Schema(description = "Whose turn it is") WaitingOn waitingOn,
    @Schema(description = "Days until all is met, if all that is open runs side by side")
        int typicalDays,
    @Schema(description = "All lines in the order of the profile") List<Line> lines) {

  /** Where the person stands with the role. */
  public enum State {
    CLEARED,
    LAPSED,
    OPEN
  }

  public record Step(
      @Schema(description = "Code of the requirement line", example = "DBS") String requirement,
      NextStep step,
      WaitingOn waitingOn,
      @Schema(description = "How long it usually takes, in days", example = "14")
          int typicalDays) {}

  /**
   * @param itemId the item that satisfies the line, or comes closest
   */
  @Schema(description = "One requirement and how it stands")
  public record Line(
      @Schema(example = "DBS") String requirement,
      Standing standing,
      @Schema(description = "Whether a clearance waits for it") boolean blocking,
      @Nullable String itemId,
      @Nullable Organisation issuer,
      @Schema(description = "Whose item satisfies it") @Nullable Basis basis,
      @Schema(description = "Last day on which it is met") @Nullable LocalDate until,
      @Nullable ReasonCode reason,
      @Nullable Step next) {}

  /** How one line stands. */
  public enum Standing {
    MET,
    STATUS_CHECK_NEEDED,
    GAP,
    REPEAT,
    BYPASSED
  }
}
