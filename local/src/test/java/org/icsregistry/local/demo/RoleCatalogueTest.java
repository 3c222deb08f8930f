package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.code.CheckCode.DBS;
import static org.icsregistry.contracts.code.CheckCode.IDENTITY;
import static org.icsregistry.contracts.code.CheckCode.REFERENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleCatalogueTest {

  private static final ReferenceData DATA = ReferenceData.load();

  @Test
  void theWholeCatalogueOfTwentyOneRolesIsThere() {
    assertThat(DATA.roles())
        .hasSize(21)
        .allMatch(role -> role.code().matches(Format.CODE))
        .extracting(CatalogueRole::code)
        .doesNotHaveDuplicates();
  }

  @Test
  void trainingLinesUseKnownSubjects() {
    assertThat(lines(TrainingLine.class))
        .allMatch(line -> DATA.trainingSubject(line.training()).portable() == line.portable());
  }

  @Test
  void noRoleAsksForTheSameThingTwice() {
    assertThat(DATA.roles())
        .allSatisfy(role ->
            assertThat(role.requirements())
                .extracting(RequirementLine::code)
                .doesNotHaveDuplicates());
  }

  @Test
  void aDbsLineNamesAFloorACeilingAboveItAndAWorkforce() {
    assertThat(checks(DBS))
        .isNotEmpty()
        .allMatch(line -> level(line.minLevel()).check() == DBS)
        .allMatch(line -> level(line.maxLevel()).covers(level(line.minLevel())))
        .allMatch(line -> line.workforce() != null && line.barredLists() != null);
  }

  @Test
  void barredListsAreAskedForExactlyAtTheLevelThatIncludesThem() {
    assertThat(checks(DBS))
        .allMatch(line ->
            (line.minLevel() == CheckLevel.ENHANCED_BARRED)
                == (line.barredLists() != BarredLists.NONE));
  }

  @Test
  void anIdentityLineNamesALevelAndAReferenceLineACount() {
    assertThat(checks(IDENTITY)).allMatch(line -> level(line.minLevel()).check() == IDENTITY);
    assertThat(checks(REFERENCES))
        .allMatch(line -> line.minCount() != null && line.maxAgeMonths() != null);
  }

  @Test
  void aRoleOpenToPeopleUnderEighteenNamesKnownConditionsAndNoOtherDoes() {
    assertThat(DATA.roles())
        .allMatch(role -> under18(role) != role.under18().isEmpty())
        .allMatch(
            role -> role.under18().stream().allMatch(DATA.codes("under18Conditions")::contains));
  }

  @Test
  void aDriverOfPatientsIsBetweenEighteenAndEighty() {
    var age = (AgeLine) DATA.role("NVR_PT").requirements().getFirst();
    assertThat(age.minAge()).isEqualTo(18);
    assertThat(age.maxAge()).isEqualTo(80);
  }

  @Test
  void aLowerSubjectIsSatisfiedByTheHigherOnes() {
    var line = lines(TrainingLine.class).filter(l -> l.training().equals("OMMT_T1")).findFirst();
    assertThat(line)
        .hasValueSatisfying(l -> assertThat(l.satisfiedBy()).containsExactly("OMMT_T2"));
  }

  @Test
  void theAppointmentCallerNeedsCoreTrainingWithoutInfectionPrevention() {
    assertThat(DATA.role("DNA_CALLER").requirements())
        .extracting(RequirementLine::code)
        .contains("CSTF_EDHR", "CSTF_HSW", "CSTF_FIRE", "CSTF_SGA1", "CSTF_IGDS", "TEL_SKILLS")
        .doesNotContain("CSTF_IPC1");
  }

  @Test
  void helpByVideoAsksForNothingButTheAge() {
    assertThat(DATA.role("REMOTE_SIGHT").requirements())
        .singleElement()
        .isInstanceOf(AgeLine.class);
  }

  @Test
  void everyNamedLineAndBundleIsUsedAndEveryRoleCitesASourceTheFileExplains() {
    var file = ReferenceFiles.read("roles.json", ReferenceFiles.Roles.class);
    var used = new ArrayList<String>();
    file.roles().forEach(role -> used.addAll(role.checks()));
    file.roles().forEach(role -> used.addAll(role.training()));
    assertThat(used).containsAll(file.lines().keySet()).containsAll(file.bundles().keySet());
    assertThat(file.roles())
        .noneMatch(role -> role.sources().isEmpty())
        .allMatch(role -> file.sources().keySet().containsAll(role.sources()));
  }

  private static <T extends RequirementLine> Stream<T> lines(Class<T> kind) {
    return DATA.roles().stream()
        .map(CatalogueRole::requirements)
        .flatMap(List::stream)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static Stream<CheckLine> checks(CheckCode code) {
    return lines(CheckLine.class).filter(line -> line.check() == code);
  }

  private static boolean under18(CatalogueRole role) {
    return Objects.requireNonNull(((AgeLine) role.requirements().getFirst()).minAge()) < 18;
  }

  private static CheckLevel level(@Nullable CheckLevel level) {
    return Objects.requireNonNull(level);
  }
}
