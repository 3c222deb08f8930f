package org.icsregistry.projection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Placement;
import org.icsregistry.projection.notice.Notice;
import org.icsregistry.projection.passport.RoleProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every code has words, and times are the UK's. */
class WordsTest {

  private final Words words = new Words(messages());

  static Stream<Enum<?>> codes() {
    return Stream.<Enum<?>[]>of(
            CheckLevel.values(),
            Workforce.values(),
            BarredLists.values(),
            CheckOutcome.values(),
            StatusResult.values(),
            WithdrawalReason.values(),
            LapseReason.values(),
            LeavingReason.values(),
            SharingPurpose.values(),
            AgreementType.values(),
            IssuerCategory.values(),
            ItemRejection.values(),
            NextStep.values(),
            ReasonCode.values(),
            RecognitionDecision.values(),
            WaitingOn.values(),
            SharingPurpose.values(),
            EvidenceType.values(),
            Application.Step.values(),
            Placement.Step.values(),
            Notice.Kind.values(),
            MessageKind.values(),
            Reach.values(),
            EngagementMode.values(),
            RoleProgress.State.values(),
            RoleProgress.Standing.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void of_hasWords_forEveryCode(Enum<?> code) {
    assertThat(words.of(code)).isNotBlank().doesNotContain("_");
  }

  static Set<String> eventTypes() {
    return MessageTypes.EVENTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void event_hasWords_forEveryType(String type) {
    assertThat(words.event(type)).isNotEqualTo(type);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void item_hasWords_forEveryCheck(CheckCode check) {
    assertThat(words.item(check.name())).isNotBlank().doesNotContain("_");
  }

  static CheckCode[] checks() {
    return CheckCode.values();
  }

  @Test
  void item_spellsOutACode_thatNobodyHasNamed() {
    assertThat(words.item("GARDEN_SAFETY")).isEqualTo("Garden safety");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02T09:04:00Z | 2 March 2026, 9:04am",
        "2026-06-02T09:04:00Z | 2 June 2026, 10:04am",
        "2026-12-31T23:59:00Z | 31 December 2026, 11:59pm",
        "2026-03-29T01:30:00Z | 29 March 2026, 2:30am"
      })
  void moment_isUkTime(Instant moment, String expected) {
    assertThat(words.moment(moment)).isEqualTo(expected);
  }

  @Test
  void precise_namesTheClock() {
    assertThat(words.precise(Instant.parse("2026-06-02T09:04:05.678Z")))
        .isEqualTo("2 June 2026, 10:04:05.678 BST");
  }

  @Test
  void day_hasTheMonthInWords() {
    assertThat(words.day(LocalDate.of(2026, 3, 2))).isEqualTo("2 March 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 minutes",
    "1,1 minute",
    "60,1 hour",
    "61,1 hour 1 minute",
    "150,2 hours 30 minutes"
  })
  void duration_isInHoursAndMinutes(long minutes, String expected) {
    assertThat(words.duration(minutes)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 seconds",
    "59,59 seconds",
    "180,3 minutes",
    "187,3 minutes 7 seconds",
    "3600,1 hour",
    "7325,2 hours 2 minutes"
  })
  void elapsed_isInTheTwoLargestUnits(long seconds, String expected) {
    assertThat(words.elapsed(seconds)).isEqualTo(expected);
  }

  private static ResourceBundleMessageSource messages() {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
