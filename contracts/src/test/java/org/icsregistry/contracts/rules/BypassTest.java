package org.icsregistry.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.code.BypassReason.EQUIVALENT_EVIDENCE;
import static org.icsregistry.contracts.code.BypassReason.SUPERVISED_START;
import static org.icsregistry.contracts.code.BypassReason.URGENT_NEED;
import static org.icsregistry.contracts.rules.Given.TODAY;
import static org.icsregistry.contracts.rules.Given.US;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may wait, for whom, and until when. */
class BypassTest {

  private static final String ROLE = "RBV.WARD_HELPER";
  private static final LocalDate LAST = TODAY.plusDays(14);

  /** The law asks for these, so nobody lets them wait. */
  static Stream<RequirementLine> boundByLaw() {
    return Stream.of(
        Given.age(16, null),
        line(CheckCode.DBS, CheckLevel.ENHANCED_BARRED, null, Jurisdiction.PARTNER),
        line(CheckCode.DBS, CheckLevel.ENHANCED, BarredLists.ADULTS, Jurisdiction.PARTNER));
  }

  @Test
  void aBypass_letsTheLineWaitUntilItsLastDay() {
    var references = line(CheckCode.REFERENCES, null, null, Jurisdiction.ICS);
    var bypass = bypass(US, ROLE, "REFERENCES", SUPERVISED_START);
    assertThat(assess(references, bypass, TODAY.minusDays(1))).isInstanceOf(Gap.class);
    assertThat(assess(references, bypass, TODAY)).isEqualTo(new Bypassed(LAST));
    assertThat(assess(references, bypass, LAST)).isEqualTo(new Bypassed(LAST));
    assertThat(assess(references, bypass, LAST.plusDays(1))).isInstanceOf(Gap.class);
  }

  @Test
  void aBypass_isForOneRoleAtOnePartnerAndOneRequirement() {
    var references = line(CheckCode.REFERENCES, null, null, Jurisdiction.ICS);
    assertThat(
            Stream.of(
                bypass("RM3", ROLE, "REFERENCES", SUPERVISED_START),
                bypass(US, "RBV.PORTER", "REFERENCES", SUPERVISED_START),
                bypass(US, ROLE, "IDENTITY", SUPERVISED_START)))
        .allSatisfy(b -> assertThat(assess(references, b, TODAY)).isInstanceOf(Gap.class));
  }

  @Test
  void whatIsMet_isNotBypassed() {
    var held = HeldItem.aCheck(CheckCode.REFERENCES).count(2).build();
    var holdings =
        new Holdings(
            Given.BIRTH,
            List.of(held),
            List.of(),
            List.of(bypass(US, ROLE, "REFERENCES", SUPERVISED_START)));
    var references = line(CheckCode.REFERENCES, null, null, Jurisdiction.ICS);
    assertThat(assess(references, holdings, TODAY)).isInstanceOf(Met.class);
  }

  @ParameterizedTest
  @MethodSource("boundByLaw")
  void whatTheLawAsksFor_waitsForNoReason(RequirementLine line) {
    for (var reason : BypassReason.values()) {
      assertThat(line.mayBeBypassed(reason)).isFalse();
      assertThat(assess(line, bypass(US, ROLE, line.code(), reason), TODAY).satisfied()).isFalse();
    }
  }

  @Test
  void whatTheNationAsksFor_waitsOnlyUnderSupervision() {
    var national = line(CheckCode.REFERENCES, null, null, Jurisdiction.NATIONAL);
    assertThat(national.mayBeBypassed(SUPERVISED_START)).isTrue();
    assertThat(national.mayBeBypassed(EQUIVALENT_EVIDENCE)).isFalse();
    assertThat(national.mayBeBypassed(URGENT_NEED)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(BypassReason.class)
  void supervision_needsALineThatAllowsIt(BypassReason reason) {
    var fire = Given.training("CSTF_FIRE");
    assertThat(fire.mayStartSupervised()).isFalse();
    assertThat(fire.mayBeBypassed(reason)).isEqualTo(reason != SUPERVISED_START);
  }

  private static RequirementStatus assess(RequirementLine line, Bypass bypass, LocalDate on) {
    return assess(
        line, new Holdings(TODAY.minusYears(15), List.of(), List.of(), List.of(bypass)), on);
  }

  private static RequirementStatus assess(RequirementLine line, Holdings holdings, LocalDate on) {
    var role = new RoleProfile(ROLE, 1, "Ward helper", List.of(line));
    return Assessment.assess(role, Given.noPolicy(), holdings, on).getFirst().status();
  }

  private static Bypass bypass(String at, String role, String requirement, BypassReason reason) {
    return new Bypass(at, role, requirement, reason, TODAY, TODAY, LAST);
  }

  private static CheckLine line(
      CheckCode check,
      @Nullable CheckLevel level,
      @Nullable BarredLists lists,
      Jurisdiction jurisdiction) {
    return new CheckLine(
        check, level, null, null, lists, null, null, true, true, jurisdiction, null);
  }
}
