package org.icsregistry.projection.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.icsregistry.contracts.code.Direction;
import org.icsregistry.contracts.code.MeasureUnit;
import org.icsregistry.contracts.directory.Programme;
import org.icsregistry.contracts.message.Measure;
import org.icsregistry.contracts.message.ProgrammeEvent.OutcomeRecorded;
import org.jspecify.annotations.Nullable;

/**
 * A programme with what each partner has reached.
 *
 * @param events where the entries of the log are that say so
 */
public record ProgrammeView(
    String id,
    @Nullable String title,
    @Nullable String objective,
    String owner,
    List<String> partners,
    @Nullable LocalDate closedOn,
    List<MeasureView> measures,
    String events) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A measure with what was reached, by partner and period. */
  public record MeasureView(
      String code,
      String title,
      MeasureUnit unit,
      Direction direction,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      List<Outcome> outcomes) {}

  /**
   * @param value as recorded; a share as its percentage, to one place
   * @param part of a share, as recorded
   * @param of of a share, as recorded
   * @param reached whether it is at the target or beyond; null without a target
   */
  public record Outcome(
      String partner,
      LocalDate from,
      LocalDate to,
      BigDecimal value,
      @Nullable BigDecimal part,
      @Nullable BigDecimal of,
      @Nullable Boolean reached) {}

  static ProgrammeView of(Programme p) {
    return new ProgrammeView(
        p.programmeId(),
        p.title(),
        p.objective(),
        Programme.owner(p.programmeId()),
        p.partners(),
        p.closedOn(),
        p.measures().stream().map(m -> measure(m, p.outcomes())).toList(),
        "/audit?subject=" + p.programmeId());
  }

  private static MeasureView measure(Measure measure, List<OutcomeRecorded> outcomes) {
    return new MeasureView(
        measure.code(),
        measure.title(),
        measure.unit(),
        measure.direction(),
        decimal(measure.baseline()),
        decimal(measure.target()),
        outcomes.stream()
            .filter(o -> o.measure().equals(measure.code()))
            .map(o -> outcome(measure, o))
            .sorted(Comparator.comparing(Outcome::partner).thenComparing(Outcome::from))
            .toList());
  }

  private static Outcome outcome(Measure measure, OutcomeRecorded o) {
    var recorded = new BigDecimal(o.value());
    var whole = decimal(o.denominator());
    var value =
        whole == null
            ? recorded
            : recorded.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    return new Outcome(
        o.partner(),
        o.from(),
        o.to(),
        value,
        whole == null ? null : recorded,
        whole,
        reached(measure, value));
  }

  private static @Nullable Boolean reached(Measure measure, BigDecimal value) {
    var target = decimal(measure.target());
    if (target == null) {
      return null;
    }
    return switch (measure.direction()) {
      case UP -> value.compareTo(target) >= 0;
      case DOWN -> value.compareTo(target) <= 0;
    };
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
