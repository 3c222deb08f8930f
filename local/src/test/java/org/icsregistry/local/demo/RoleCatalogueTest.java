package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleCatalogueTest {

  private static final ReferenceData DATA = ReferenceData.load();

  @Test
  void theWholeCatalogueOfTwentyOneRolesIsThere() {
    assertThat(DATA.roles()).hasSize(21).extracting(RoleProfile::code).doesNotHaveDuplicates();
  }

  @Test
  void checkLinesUseKnownChecks() {
    assertThat(lines("CHECK")).allMatch(line -> DATA.codes("checkCodes").contains(line.code()));
  }

  @Test
  void trainingLinesUseKnownSubjectsAndTheirJurisdiction() {
    assertThat(lines("TRAINING"))
        .allMatch(
            line -> DATA.trainingSubject(line.code()).jurisdiction().equals(line.jurisdiction()));
  }

  @Test
  void everyLineIsOfAKnownKindAndJurisdiction() {
    assertThat(DATA.roles().stream().flatMap(role -> role.lines().stream()))
        .allMatch(line -> List.of("CHECK", "TRAINING", "AGE").contains(line.kind()))
        .allMatch(line -> List.of("NATIONAL", "ICS", "PARTNER").contains(line.jurisdiction()))
        .allMatch(line -> line.typicalDays() >= 0);
  }

  @Test
  void noRoleAsksForTheSameThingTwice() {
    assertThat(DATA.roles())
        .allSatisfy(role ->
            assertThat(role.lines()).extracting(RequirementLine::code).doesNotHaveDuplicates());
  }

  @Test
  void aDbsLineNamesAFloorACeilingAWorkforceAndListsThatFitTheLevel() {
    var levels = codes("dbsLevels");
    assertThat(checks("DBS"))
        .isNotEmpty()
        .allMatch(line -> levels.indexOf(line.minLevel()) >= 0)
        .allMatch(line -> levels.indexOf(line.minLevel()) <= levels.indexOf(line.maxLevel()))
        .allMatch(line -> codes("dbsWorkforces").contains(line.workforce()))
        .allMatch(line -> codes("barredLists").contains(line.barredLists()))
        .allMatch(line ->
            Objects.equals(line.minLevel(), "ENHANCED_BARRED")
                == !Objects.equals(line.barredLists(), "NONE"));
  }

  @Test
  void anIdentityLineNamesALevelAndAReferenceLineACount() {
    assertThat(checks("IDENTITY")).allMatch(l -> codes("identityLevels").contains(l.minLevel()));
    assertThat(checks("REFERENCES"))
        .allMatch(line -> line.minCount() != null && line.minCount() >= 1)
        .allMatch(line -> line.maxAgeMonths() != null && line.maxAgeMonths() == 12);
  }

  @Test
  void modesActivitiesAndConditionsAreKnownCodes() {
    assertThat(DATA.roles())
        .allMatch(role -> DATA.codes("engagementModes").contains(role.mode()))
        .allMatch(role -> DATA.codes("activityCategories").contains(role.activity()))
        .allMatch(role -> codes("under18Conditions").containsAll(role.under18()));
  }

  @Test
  void aRoleOpenToPeopleUnderEighteenNamesTheConditionsAndNoOtherDoes() {
    assertThat(DATA.roles()).allMatch(role -> (role.minAge() < 18) != role.under18().isEmpty());
  }

  @Test
  void aDriverOfPatientsIsBetweenEighteenAndEighty() {
    assertThat(DATA.role("NVR_PT").lines())
        .startsWith(RequirementLine.minAge(18), RequirementLine.maxAge(80));
  }

  @Test
  void theReconditioningRoleAsksForTheLevelsThatIncludeTheCoreOnes() {
    assertThat(trainingOf("RECON_VOL")).contains("CSTF_IPC1", "CSTF_IPC2", "OMMT_T2");
    assertThat(DATA.role("RECON_VOL").lines())
        .anyMatch(line -> Objects.equals(line.barredLists(), "ADULTS"));
  }

  @Test
  void theAppointmentCallerNeedsCoreTrainingWithoutInfectionPrevention() {
    assertThat(trainingOf("DNA_CALLER"))
        .contains("CSTF_EDHR", "CSTF_HSW", "CSTF_FIRE", "CSTF_SGA1", "CSTF_IGDS", "TEL_SKILLS")
        .doesNotContain("CSTF_IPC1");
  }

  @Test
  void helpByVideoAsksForNothingButTheAge() {
    assertThat(DATA.role("REMOTE_SIGHT").lines()).containsExactly(RequirementLine.minAge(18));
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

  private static Stream<RequirementLine> lines(String kind) {
    return DATA.roles().stream()
        .flatMap(role -> role.lines().stream())
        .filter(line -> line.kind().equals(kind));
  }

  private static Stream<RequirementLine> checks(String code) {
    return lines("CHECK").filter(line -> line.code().equals(code));
  }

  private static List<String> trainingOf(String role) {
    return DATA.role(role).lines().stream()
        .filter(line -> line.kind().equals("TRAINING"))
        .map(RequirementLine::code)
        .toList();
  }

  private static List<String> codes(String list) {
    return DATA.codes(list).codes().stream().map(CodeList.Code::code).toList();
  }
}
