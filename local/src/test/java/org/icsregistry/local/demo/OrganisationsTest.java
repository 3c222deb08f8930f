package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.local.demo.Organisation.Pilot;
import org.icsregistry.local.demo.Organisation.Succession;
import org.junit.jupiter.api.Test;

class OrganisationsTest {

  private static final ReferenceData DATA = ReferenceData.load();
  private static final LocalDate MERGER_DAY = LocalDate.parse("2026-04-01");

  @Test
  void thirtySixIntegratedCareBoardsAreOpenSinceTheMergersAndFortyTwoWereBefore() {
    assertThat(boards().filter(board -> board.openOn(MERGER_DAY))).hasSize(36);
    assertThat(boards().filter(board -> board.openOn(MERGER_DAY.minusDays(1)))).hasSize(42);
  }

  @Test
  void everyClosedOrganisationHasSuccessorsThatAreOpenOnTheDayTheyTakeOver() {
    var closed = DATA.organisations().stream().filter(o -> o.validTo() != null).toList();
    assertThat(closed).hasSize(12).noneMatch(o -> o.successions().isEmpty());
    assertThat(closed.stream().flatMap(o -> o.successions().stream()))
        .allMatch(s -> DATA.organisation(s.to()).openOn(s.on()))
        .allMatch(s -> s.on().equals(MERGER_DAY));
  }

  @Test
  void anOpenOrganisationHasNoSuccessor() {
    assertThat(DATA.organisations())
        .filteredOn(o -> o.validTo() == null)
        .allMatch(o -> o.successions().isEmpty());
  }

  @Test
  void aMergerHasOneSuccessorAndASplitSeveral() {
    assertThat(DATA.organisations())
        .filteredOn(o -> !o.successions().isEmpty())
        .allSatisfy(o ->
            assertThat(o.successions())
                .extracting(Succession::kind)
                .containsOnly(o.successions().size() == 1 ? "MERGER" : "SPLIT"));
  }

  @Test
  void frimleyWasDividedAmongTwoNewBoardsAndOneThatStayed() {
    assertThat(DATA.organisation("QNQ").successions())
        .extracting(Succession::to)
        .containsExactly("S0E4D", "S9B9J", "QRL");
  }

  @Test
  void theEightPilotTrustsIssuedThirtyEightPassportsAndVerifiedForty() {
    var pilots = DATA.organisations().stream().map(Organisation::pilot).filter(Objects::nonNull);
    List<Pilot> rows = pilots.toList();
    assertThat(rows).hasSize(8);
    assertThat(rows.stream().mapToInt(Pilot::issued).sum()).isEqualTo(38);
    assertThat(rows.stream().mapToInt(Pilot::verified).sum()).isEqualTo(40);
    assertThat(rows.stream().map(Pilot::registered).sorted())
        .startsWith(LocalDate.parse("2021-07-13"))
        .endsWith(LocalDate.parse("2022-02-17"));
  }

  @Test
  void codesAreUniqueAndWellFormed() {
    assertThat(codes()).doesNotHaveDuplicates().allMatch(code -> code.matches(Format.ORGANISATION));
  }

  @Test
  void onlyOrganisationsWithoutADocumentedCodeHaveNone() {
    assertThat(DATA.organisations())
        .filteredOn(o -> o.code() == null)
        .extracting(Organisation::category)
        .containsOnly(IssuerCategory.VCSE_CHARITY, IssuerCategory.OTHER);
  }

  @Test
  void everyDemonstrationPartnerHasACodeAndIsOpen() {
    assertThat(DATA.demonstrationPartners())
        .allMatch(o -> o.code() != null)
        .allMatch(o -> o.openOn(MERGER_DAY))
        .extracting(Organisation::category)
        .contains(
            IssuerCategory.ICB,
            IssuerCategory.NHS_TRUST,
            IssuerCategory.LOCAL_AUTHORITY,
            IssuerCategory.VCSE_CHARITY,
            IssuerCategory.HOSPICE);
  }

  @Test
  void everySuccessionKindIsAKnownCodeAndEveryBoardNamedExists() {
    assertThat(DATA.organisations())
        .allMatch(o ->
            o.successions().stream()
                .allMatch(s -> DATA.codes("successionKinds").contains(s.kind())));
    assertThat(DATA.organisations().stream().map(Organisation::icb).filter(Objects::nonNull))
        .allMatch(code -> DATA.organisation(code).category() == IssuerCategory.ICB);
  }

  @Test
  void everyOrganisationCitesASourceTheFileExplains() {
    var file = ReferenceFiles.read("organisations.json", ReferenceFiles.Organisations.class);
    assertThat(file.organisations())
        .noneMatch(o -> o.sources().isEmpty())
        .allMatch(o -> file.sources().keySet().containsAll(o.sources()));
  }

  private static Stream<Organisation> boards() {
    return DATA.organisations().stream().filter(o -> o.category() == IssuerCategory.ICB);
  }

  private static Stream<String> codes() {
    return DATA.organisations().stream().map(Organisation::code).filter(Objects::nonNull);
  }
}
