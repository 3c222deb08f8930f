package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.code.Workforce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListsTest {

  private static final ReferenceData DATA = ReferenceData.load();

  private static final Map<String, Class<? extends Enum<?>>> PUBLISHED =
      Map.ofEntries(
          Map.entry("activityCategories", ActivityCategory.class),
          Map.entry("agreementTypes", AgreementType.class),
          Map.entry("barredLists", BarredLists.class),
          Map.entry("checkCodes", CheckCode.class),
          Map.entry("checkLevels", CheckLevel.class),
          Map.entry("checkOutcomes", CheckOutcome.class),
          Map.entry("engagementModes", EngagementMode.class),
          Map.entry("evidenceTypes", EvidenceType.class),
          Map.entry("issuerCategories", IssuerCategory.class),
          Map.entry("jurisdictions", Jurisdiction.class),
          Map.entry("lapseReasons", LapseReason.class),
          Map.entry("leavingReasons", LeavingReason.class),
          Map.entry("nextSteps", NextStep.class),
          Map.entry("reasonCodes", ReasonCode.class),
          Map.entry("recognitionDecisions", RecognitionDecision.class),
          Map.entry("statusResults", StatusResult.class),
          Map.entry("suspensionReasons", SuspensionReason.class),
          Map.entry("waitingOn", WaitingOn.class),
          Map.entry("withdrawalReasons", WithdrawalReason.class),
          Map.entry("workforces", Workforce.class));

  static Stream<Map.Entry<String, Class<? extends Enum<?>>>> published() {
    return PUBLISHED.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("published")
  void aListOfThePublishedLanguageLabelsExactlyItsCodes(
      Map.Entry<String, Class<? extends Enum<?>>> list) {
    assertThat(DATA.codes(list.getKey()).codes().stream().map(CodeList.Code::code))
        .containsExactlyElementsOf(
            Arrays.stream(list.getValue().getEnumConstants()).map(Enum::name).toList());
  }

  @Test
  void listsAndTheirCodesAreUniqueAndLabelled() {
    assertThat(DATA.codeLists()).extracting(CodeList::name).doesNotHaveDuplicates();
    assertThat(DATA.codeLists())
        .allSatisfy(list -> {
          assertThat(list.codes()).extracting(CodeList.Code::code).doesNotHaveDuplicates();
          assertThat(list.codes()).noneMatch(code -> code.label().isBlank());
          assertThat(list.unverified()).allMatch(list::contains);
          assertThat(list.source()).isNotBlank();
        });
  }

  @Test
  void askingForAnUnknownListSaysWhereToLook() {
    assertThatThrownBy(() -> DATA.codes("noSuchList"))
        .hasMessage(
            "Expected the code list noSuchList in reference/codes.json; add it or correct it.");
  }
}
