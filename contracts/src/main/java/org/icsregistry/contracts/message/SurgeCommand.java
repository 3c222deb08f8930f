package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;

/**
 * Commands to a surge, a need for many volunteers at once; the subject is its id, {@code
 * <host>.SURGE.<CODE>}, and only the ICS host may send them.
 */
public sealed interface SurgeCommand extends Command {

  /**
   * @param areas postcode areas or districts, {@code M} or {@code M20}
   * @param alertLimit most call-ups that one person gets within seven days, whatever they are for
   */
  @MessageType("DeclareSurge.v1")
  @LeadsTo(SurgeDeclared.class)
  record DeclareSurge(
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String title,
      SurgeReason reason,
      @Size(min = 1, max = 60) List<@Pattern(regexp = Format.AREA) String> areas,
      @Min(1) @Max(20) int alertLimit)
      implements SurgeCommand {}

  /** Nobody is called up any more; whoever was called and is waiting may not be needed. */
  @MessageType("StandDown.v1")
  @LeadsTo(SurgeStoodDown.class)
  record StandDown(StandDownReason reason) implements SurgeCommand {}
}
