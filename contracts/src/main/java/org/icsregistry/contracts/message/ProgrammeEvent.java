package org.icsregistry.contracts.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a programme; the subject is its id, {@code <owner>.PROGRAMME.<CODE>}. */
public sealed interface ProgrammeEvent extends Event {

  @MessageType("ProgrammeDefined.v1")
  record ProgrammeDefined(
      String title, String objective, List<String> partners, List<Measure> measures)
      implements ProgrammeEvent {}

  @MessageType("OutcomeRecorded.v1")
  record OutcomeRecorded(
      String measure,
      String partner,
      LocalDate from,
      LocalDate to,
      String value,
      @Nullable String denominator)
      implements ProgrammeEvent {}

  @MessageType("ProgrammeClosed.v1")
  record ProgrammeClosed(LocalDate closedOn) implements ProgrammeEvent {}
}
