package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.*;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.Direction;
import org.icsregistry.contracts.code.MeasureUnit;
import org.icsregistry.contracts.message.Measure;
import org.icsregistry.contracts.message.ProgrammeCommand.CloseProgramme;
import org.icsregistry.contracts.message.ProgrammeCommand.DefineProgramme;
import org.icsregistry.contracts.message.ProgrammeCommand.RecordOutcome;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;
import org.jspecify.annotations.Nullable;

/** Programmes and their outcomes. */
final class ProgrammeWays {

  static final String CALLERS = CHRISTIE + ".PROGRAMME.CALLERS";
  static final CloseProgramme CLOSE = new CloseProgramme(LAST_WEEK);

  private ProgrammeWays() {}

  static DefineProgramme definition(String... measures) {
    return new DefineProgramme(
        "Appointment callers",
        "Fewer missed appointments",
        List.of(CHRISTIE, MANCHESTER),
        Arrays.stream(measures)
            .map(m -> new Measure(m, m, MeasureUnit.PERCENT, Direction.UP, null, "50"))
            .toList());
  }

  static RecordOutcome outcome(String partner, String value, @Nullable String denominator) {
    return new RecordOutcome(
        "REACHED", partner, LAST_WEEK.minusDays(30), LAST_WEEK, value, denominator);
  }

  static World defined(World w) {
    w.accept(CHRISTIE, CALLERS, definition("REACHED"));
    return w;
  }

  static Stream<Way> all() {
    return Stream.concat(programmes(), outcomes());
  }

  private static Stream<Way> programmes() {
    return Stream.of(
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner defines another's programme",
            w -> w.refuse(MANCHESTER, CALLERS, definition("REACHED"))),
        new Way(
            PROGRAMME_ALREADY_DEFINED,
            "the programme's id is taken",
            w -> defined(w).refuse(CHRISTIE, CALLERS, definition("REACHED"))),
        new Way(
            MEASURE_INVALID,
            "a measure stands twice",
            w -> w.refuse(CHRISTIE, CALLERS, definition("REACHED", "REACHED"))),
        new Way(
            PARTNER_UNKNOWN,
            "one of the programme's partners is none",
            w ->
                w.refuse(
                    CHRISTIE,
                    CALLERS,
                    new DefineProgramme(
                        "A", "B", List.of("RXX"), definition("REACHED").measures()))),
        new Way(PROGRAMME_UNKNOWN, "none is defined", w -> w.refuse(CHRISTIE, CALLERS, CLOSE)),
        new Way(
            OWN_ORGANISATION_ONLY,
            "the host closes a partner's programme",
            w -> defined(w).refuse(HOST, CALLERS, CLOSE)),
        new Way(
            PROGRAMME_CLOSED,
            "it is closed twice",
            w -> {
              defined(w).accept(CHRISTIE, CALLERS, CLOSE);
              return w.refuse(CHRISTIE, CALLERS, CLOSE);
            }));
  }

  private static Stream<Way> outcomes() {
    return Stream.of(
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner speaks for another",
            w -> defined(w).refuse(MANCHESTER, CALLERS, outcome(CHRISTIE, "59.6", null))),
        new Way(
            PROGRAMME_PARTNERS_ONLY,
            "the partner takes no part",
            w -> defined(w).refuse(CHRISTIE, CALLERS, outcome(HOST, "59.6", null))),
        new Way(
            MEASURE_UNKNOWN,
            "the programme is not judged by it",
            w ->
                defined(w)
                    .refuse(
                        CHRISTIE,
                        CALLERS,
                        new RecordOutcome("HOURS", CHRISTIE, LAST_WEEK, LAST_WEEK, "1", null))),
        new Way(
            DATE_ORDER,
            "the period ends before it begins",
            w ->
                defined(w)
                    .refuse(
                        CHRISTIE,
                        CALLERS,
                        new RecordOutcome(
                            "REACHED", CHRISTIE, LAST_WEEK, LAST_WEEK.minusDays(1), "1", null))),
        new Way(
            MEASURE_INVALID,
            "a part is larger than the whole",
            w -> defined(w).refuse(CHRISTIE, CALLERS, outcome(CHRISTIE, "12", "11"))),
        new Way(
            OUTCOME_ALREADY_RECORDED,
            "the same is said again",
            w -> {
              defined(w).accept(CHRISTIE, CALLERS, outcome(CHRISTIE, "1515", "2541"));
              return w.refuse(CHRISTIE, CALLERS, outcome(CHRISTIE, "1515", "2541"));
            }));
  }
}
