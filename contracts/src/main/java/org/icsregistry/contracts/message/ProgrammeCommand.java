package org.icsregistry.contracts.message;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.message.ProgrammeEvent.OutcomeRecorded;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeClosed;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeDefined;
import org.jspecify.annotations.Nullable;

/**
 * Commands to a programme, what several partners want to reach together; the subject is its id,
 * {@code <owner>.PROGRAMME.<CODE>}.
 */
public sealed interface ProgrammeCommand extends Command {

  /**
   * @param partners whose outcomes count
   * @param measures what it is judged by, each code once
   */
  @MessageType("DefineProgramme.v1")
  @LeadsTo(ProgrammeDefined.class)
  record DefineProgramme(
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String title,
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 300) String objective,
      @Size(min = 1, max = 60) List<@Pattern(regexp = Format.ORGANISATION) String> partners,
      @Size(min = 1, max = 40) List<Measure> measures)
      implements ProgrammeCommand {}

  /**
   * What a partner reached in a period; sent by that partner or the programme's owner. The same
   * measure, partner and period again replaces what was said before.
   *
   * @param value decimal, in the measure's unit; where there is a denominator, its part
   * @param denominator of a share: 1,515 of 2,541 calls
   */
  @MessageType("RecordOutcome.v1")
  @LeadsTo(OutcomeRecorded.class)
  record RecordOutcome(
      @Pattern(regexp = Format.CODE) String measure,
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @PastOrPresent LocalDate from,
      @PastOrPresent LocalDate to,
      @Pattern(regexp = Format.DECIMAL) String value,
      @Nullable @Pattern(regexp = Format.DECIMAL) String denominator)
      implements ProgrammeCommand {}

  /** Ends it; what was reached stays. */
  @MessageType("CloseProgramme.v1")
  @LeadsTo(ProgrammeClosed.class)
  record CloseProgramme(@PastOrPresent LocalDate closedOn) implements ProgrammeCommand {}
}
