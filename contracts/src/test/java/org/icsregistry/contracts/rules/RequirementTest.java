package org.icsregistry.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.junit.jupiter.api.Test;

class RequirementTest {

  private static final Gap GAP =
      new Gap(ReasonCode.NOT_HELD, NextStep.MAKE_CHECK, WaitingOn.ORGANISATION, 1);

  @Test
  void satisfied_onlyWhenMetOrBypassed() {
    assertThat(new Met("item-1", "RBV", Basis.OWN, null).satisfied()).isTrue();
    assertThat(new Bypassed(Given.TODAY).satisfied()).isTrue();
    assertThat(GAP.satisfied()).isFalse();
    assertThat(new StatusCheckNeeded("item-1", "RM3", WaitingOn.ORGANISATION, 1).satisfied())
        .isFalse();
    assertThat(
            new Repeat(
                    "item-1",
                    "RM3",
                    ReasonCode.EXPIRED,
                    NextStep.REPEAT_CHECK,
                    WaitingOn.ORGANISATION,
                    1)
                .satisfied())
        .isFalse();
  }

  @Test
  void clears_whenEveryBlockingLineIsSatisfied() {
    var met = new Met("item-1", "RBV", Basis.OWN, null);
    assertThat(Assessment.clears(List.of())).isTrue();
    assertThat(Assessment.clears(List.of(requirement(true, met), requirement(false, GAP))))
        .isTrue();
    assertThat(Assessment.clears(List.of(requirement(true, met), requirement(true, GAP))))
        .isFalse();
  }

  @Test
  void typicalDays_areTheLinesOwn_whereItSays() {
    var line = line(true, 3);
    var role = new RoleProfile("RBV.WARD_HELPER", 1, "Ward helper", List.of(line));
    var holdings = new Holdings(Given.BIRTH, List.of(), List.of());
    assertThat(Assessment.assess(role, Given.noPolicy(), holdings, Given.TODAY))
        .extracting(Requirement::status)
        .containsExactly(
            new Gap(ReasonCode.NOT_HELD, NextStep.MAKE_CHECK, WaitingOn.ORGANISATION, 3));
  }

  private static Requirement requirement(boolean blocking, RequirementStatus status) {
    return new Requirement(line(blocking, 1), status);
  }

  private static CheckLine line(boolean blocking, int typicalDays) {
    return new CheckLine(
        CheckCode.DBS,
        null,
        null,
        null,
        null,
        null,
        null,
        blocking,
        false,
        Jurisdiction.NATIONAL,
        typicalDays);
  }
}
