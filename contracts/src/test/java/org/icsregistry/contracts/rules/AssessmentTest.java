package org.icsregistry.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the decision table of the requirement rules. */
class AssessmentTest {

  static Stream<Row> rows() {
    return Stream.of(
            CheckRows.rows(),
            RelianceRows.rows(),
            PolicyRows.rows(),
            StatusCheckRows.rows(),
            TrainingRows.rows(),
            AgeRows.rows(),
            YoungRows.rows(),
            ChoiceRows.rows(),
            RejectionRows.rows(),
            LadderRows.rows())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void assess_givesWhatTheRowSays(Row row) {
    assertThat(row.assess()).isEqualTo(row.expected());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void assess_doesNotDependOnTheOrderOfTheLog(Row row) {
    var random = new Random(1);
    for (int i = 0; i < 6; i++) {
      var checks = new ArrayList<>(row.checks());
      var trainings = new ArrayList<>(row.trainings());
      Collections.shuffle(checks, random);
      Collections.shuffle(trainings, random);
      var shuffled =
          new Row(
              row.name(),
              row.line(),
              row.policy(),
              row.dateOfBirth(),
              row.on(),
              checks,
              trainings,
              row.expected());
      assertThat(shuffled.assess()).isEqualTo(row.expected());
    }
  }

  @Test
  void rows_haveNamesOfTheirOwn() {
    assertThat(rows().map(Row::name)).doesNotHaveDuplicates();
  }

  @Test
  void rows_reachEveryReasonCode() {
    var reached = EnumSet.noneOf(ReasonCode.class);
    rows().map(row -> reason(row.assess())).flatMap(Optional::stream).forEach(reached::add);
    assertThat(reached).containsExactlyInAnyOrder(ReasonCode.values());
  }

  @Test
  void assess_asksForWhatProtectsTheYoung_untilTheEveOfThe18thBirthday() {
    var lines =
        List.<RequirementLine>of(
            Given.line(CheckCode.PARENTAL_CONSENT),
            Given.line(CheckCode.YOUNG_PERSON_RISK_ASSESSMENT));
    var role = new RoleProfile("RBV.WARD_HELPER", 1, "Ward helper", lines);
    var adult = new Holdings(Given.TODAY.minusYears(18), List.of(), List.of());
    assertThat(Assessment.assess(role, Given.noPolicy(), adult, Given.TODAY)).isEmpty();
    assertThat(Assessment.assess(role, Given.noPolicy(), adult, Given.TODAY.minusDays(1)))
        .hasSize(2);
    var unknown = new Holdings(null, List.of(), List.of());
    assertThat(Assessment.assess(role, Given.noPolicy(), unknown, Given.TODAY)).hasSize(2);
  }

  @Test
  void assess_answersEachLineInTheOrderOfTheProfile() {
    var lines =
        List.<RequirementLine>of(
            Given.age(18, null), Given.training("CSTF_FIRE"), Given.line(CheckCode.DBS));
    var role = new RoleProfile("RBV.WARD_HELPER", 1, "Ward helper", lines);
    var holdings = new Holdings(Given.BIRTH, List.of(), List.of());
    assertThat(Assessment.assess(role, Given.noPolicy(), holdings, Given.TODAY))
        .extracting(Requirement::line)
        .containsExactlyElementsOf(lines);
  }

  private static Optional<ReasonCode> reason(RequirementStatus status) {
    return switch (status) {
      case Gap gap -> Optional.of(gap.reason());
      case Repeat repeat -> Optional.of(repeat.reason());
      case Met _, StatusCheckNeeded _, Bypassed _ -> Optional.empty();
    };
  }
}
