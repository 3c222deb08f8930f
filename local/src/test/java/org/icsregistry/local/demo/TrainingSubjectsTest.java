package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.local.demo.ReferenceFiles.Framework;
import org.icsregistry.local.demo.ReferenceFiles.Subject;
import org.icsregistry.local.demo.ReferenceFiles.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSubjectsTest {

  private static final ReferenceData DATA = ReferenceData.load();

  @ParameterizedTest
  @CsvSource({
    "CSTF_SGA2, CSTF_SGA1",
    "CSTF_SGC2, CSTF_SGC1",
    "CSTF_IPC2, CSTF_IPC1",
    "CSTF_MH2, CSTF_MH1",
    "CSTF_PREV_A, CSTF_PREV_B",
    "CSTF_RES2A, CSTF_RES1",
    "OMMT_T2, OMMT_T1",
    "OMMT_T2, OMMT_EL"
  })
  void aHigherLevelSatisfiesTheLowerAndNeverTheOtherWayRound(String higher, String lower) {
    assertThat(DATA.trainingSubject(higher).satisfies()).contains(lower);
    assertThat(DATA.trainingSubject(lower).satisfies()).doesNotContain(higher);
  }

  @Test
  void noSubjectSatisfiesItself() {
    assertThat(DATA.trainingSubjects()).noneMatch(s -> s.satisfies().contains(s.code()));
  }

  @Test
  void load_refuses_aCircleOfSubjects() {
    assertThatThrownBy(() -> TrainingCatalogue.subjects(file(subject("A", "B"), subject("B", "A"))))
        .hasMessageContaining("A satisfies itself");
  }

  @Test
  void load_refuses_anUnknownLowerSubject() {
    assertThatThrownBy(() -> TrainingCatalogue.subjects(file(subject("A", "NO_SUCH"))))
        .hasMessageContaining("Expected the training subject NO_SUCH");
  }

  @Test
  void codesAreUnique() {
    assertThat(DATA.trainingSubjects())
        .allMatch(subject -> subject.code().matches(Format.CODE))
        .extracting(TrainingSubject::code)
        .doesNotHaveDuplicates()
        .contains("CSTF_EDHR", "OMMT_EL", "NVC_1", "NVC_9", "LOCAL_INDUCTION");
  }

  @Test
  void nationalPeriodsAreThoseOfTheFramework() {
    assertThat(DATA.trainingSubject("CSTF_FIRE").refreshMonths()).isEqualTo(24);
    assertThat(DATA.trainingSubject("CSTF_IGDS").refreshMonths()).isEqualTo(12);
    assertThat(DATA.trainingSubject("LOCAL_INDUCTION").refreshMonths()).isNull();
  }

  @Test
  void aPeriodIsGivenExactlyWhereSomebodySetsOne() {
    assertThat(DATA.trainingSubjects())
        .allMatch(s -> List.of("NATIONAL", "LOCAL", "NONE").contains(s.refreshSetBy()))
        .allMatch(s -> (s.refreshMonths() == null) == s.refreshSetBy().equals("NONE"));
  }

  @Test
  void onlyWhatThePartnerItselfConfirmsIsNotPortable() {
    assertThat(DATA.trainingSubjects())
        .allMatch(s -> s.portable() != (s.jurisdiction() == Jurisdiction.PARTNER));
  }

  @Test
  void everySubjectCitesASourceTheFileExplains() {
    var file = ReferenceFiles.read("training-subjects.json", Training.class);
    assertThat(file.subjects())
        .noneMatch(s -> s.sources().isEmpty())
        .allMatch(s -> file.sources().keySet().containsAll(s.sources()));
  }

  private static Training file(Subject... subjects) {
    return new Training(
        List.of(),
        Map.of(),
        List.of(new Framework("F", "F", Jurisdiction.ICS)),
        Stream.of(subjects).toList());
  }

  private static Subject subject(String code, String satisfies) {
    return new Subject(
        code,
        code,
        "F",
        null,
        null,
        "NONE",
        List.of(satisfies),
        true,
        1,
        List.of(),
        null,
        List.of());
  }
}
