package org.icsregistry.contracts.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.message.Measure;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.ProgrammeEvent.OutcomeRecorded;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeClosed;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeDefined;
import org.jspecify.annotations.Nullable;

/**
 * A programme as its events tell it.
 *
 * @param title absent until defined
 * @param outcomes the last word on each measure, partner and period
 * @param closedOn present once it is closed
 */
public record Programme(
    String programmeId,
    @Nullable String title,
    @Nullable String objective,
    List<String> partners,
    List<Measure> measures,
    List<OutcomeRecorded> outcomes,
    @Nullable LocalDate closedOn) {

  private static final String KIND = ".PROGRAMME.";

  public static Programme unknown(String programmeId) {
    return new Programme(programmeId, null, null, List.of(), List.of(), List.of(), null);
  }

  /** Code of the organisation that owns it. */
  public static String owner(String programmeId) {
    return programmeId.substring(0, programmeId.indexOf(KIND));
  }

  public boolean defined() {
    return title != null;
  }

  public Optional<Measure> measure(String code) {
    return measures.stream().filter(m -> m.code().equals(code)).findFirst();
  }

  /** Whether this very outcome is the last word already. */
  public boolean says(OutcomeRecorded outcome) {
    return outcomes.contains(outcome);
  }

  public Programme evolve(ProgrammeEvent event) {
    return switch (event) {
      case ProgrammeDefined e ->
          new Programme(
              programmeId, e.title(), e.objective(), e.partners(), e.measures(), outcomes, null);
      case OutcomeRecorded e -> with(corrected(e), closedOn);
      case ProgrammeClosed e -> with(outcomes, e.closedOn());
    };
  }

  private List<OutcomeRecorded> corrected(OutcomeRecorded newer) {
    var kept = new ArrayList<OutcomeRecorded>();
    outcomes.stream().filter(before -> !sameQuestion(before, newer)).forEach(kept::add);
    kept.add(newer);
    return List.copyOf(kept);
  }

  private static boolean sameQuestion(OutcomeRecorded one, OutcomeRecorded other) {
    return one.measure().equals(other.measure())
        && one.partner().equals(other.partner())
        && one.from().equals(other.from())
        && one.to().equals(other.to());
  }

  private Programme with(List<OutcomeRecorded> newOutcomes, @Nullable LocalDate newClosedOn) {
    return new Programme(
        programmeId, title, objective, partners, measures, newOutcomes, newClosedOn);
  }
}
