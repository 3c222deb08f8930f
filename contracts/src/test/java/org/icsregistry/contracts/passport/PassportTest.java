package org.icsregistry.contracts.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.icsregistry.contracts.passport.History.entry;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.fixtures.Samples;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.sealing.Sealed;
import org.junit.jupiter.api.Test;

class PassportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void evolve_refuses_whenTheEntryIsAboutSomebodyElse() {
    var passport = Passport.empty("018f3c1e-0000-7000-8000-000000000002");
    assertThatThrownBy(() -> passport.evolve(entry(1, recorded())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(History.PERSON);
  }

  @Test
  void evolve_ignoresOrganisationsAndRoles() {
    var passport = Passport.empty(History.PERSON);
    for (var type : List.of(PartnerRegistered.class, RoleDefined.class)) {
      var entry = entry(7, Samples.of(type, Extent.FULL));
      assertThat(Passport.concerns(entry)).isFalse();
      assertThat(passport.evolve(entry)).isEqualTo(passport);
    }
  }

  @Test
  void evolve_saysThatTheLogIsOutOfOrder_whenSomethingEndsBeforeItBegins() {
    for (var early :
        List.<Event>of(
            new CheckWithdrawn("check", WithdrawalReason.ISSUED_IN_ERROR),
            new StatusCheckNoted("check", "RBV", DAY, new Sealed<>("a")),
            new ClearanceLapsed("RBV", "RBV.WARD_HELPER", LapseReason.ITEM_EXPIRED, null),
            new PlacementStarted("placement", "RBV", "RBV.WARD_HELPER", DAY))) {
      assertThatThrownBy(() -> Passport.empty(History.PERSON).evolve(entry(1, early)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("out of order");
    }
  }

  @Test
  void statusChecks_keepTheLatestDay_howeverLateAnotherIsReported() {
    var first = new StatusCheckNoted("check", "RBV", DAY, new Sealed<>("a"));
    var second = new StatusCheckNoted("check", "RM3", DAY.plusDays(9), new Sealed<>("b"));
    var forwards = passport(recorded(), first, second).person().checks();
    var backwards = passport(recorded(), second, first).person().checks();
    assertThat(forwards).isEqualTo(backwards);
    assertThat(forwards.get("check"))
        .extracting(Check::statusCheckedOn, Check::status)
        .containsExactly(DAY.plusDays(9), second.result());
  }

  @Test
  void statusChecks_ofOneDay_keepTheOneReportedLast() {
    var first = new StatusCheckNoted("check", "RBV", DAY, new Sealed<>("a"));
    var second = new StatusCheckNoted("check", "RM3", DAY, new Sealed<>("b"));
    assertThat(passport(recorded(), first, second).person().checks().get("check"))
        .extracting(Check::status)
        .isEqualTo(second.result());
  }

  @Test
  void requests_areAnsweredByThePartnersOwnItemOnly() {
    var request = new CheckRequested("RM3", "RM3.WARD_HELPER", CheckCode.DBS, null);
    assertThat(passport(request, recorded()).person().requests())
        .containsExactly(new Request("RM3", "RM3.WARD_HELPER", "DBS"));
    var own =
        new CheckRecorded(
            "check-2", CheckCode.DBS, "RM3", IssuerCategory.HOSPICE, DAY, new Sealed<>("a"));
    assertThat(passport(request, recorded(), own).person().requests()).isEmpty();
  }

  @Test
  void clearances_lapseAndComeBack() {
    var cleared =
        new ClearedForRole(
            "RBV", "RBV.WARD_HELPER", 1, 1, List.of(new Evidence("DBS", "check", "RBV", false)));
    var lapsed = new ClearanceLapsed("RBV", "RBV.WARD_HELPER", LapseReason.ITEM_WITHDRAWN, "check");
    var key = Clearance.key("RBV", "RBV.WARD_HELPER");
    assertThat(passport(cleared).person().clearances().get(key))
        .returns(true, Clearance::inForce)
        .returns(true, c -> c.restsOn("check"))
        .returns(false, c -> c.restsOn("check-2"));
    assertThat(passport(cleared, lapsed).person().clearances().get(key))
        .returns(false, Clearance::inForce);
    assertThat(passport(cleared, lapsed, cleared).person().clearances().get(key))
        .returns(true, Clearance::inForce);
  }

  @Test
  void placements_sumUpActivity_inAnyOrder() {
    var offered = new PlacementOffered("placement", "RBV", "RBV.WARD_HELPER");
    var started = new PlacementStarted("placement", "RBV", "RBV.WARD_HELPER", DAY);
    var later = activity(DAY.plusDays(7), 120, 3);
    var earlier = activity(DAY.plusDays(1), 60, 0);
    var ended = new PlacementEnded("placement", "RBV", DAY.plusDays(30), LeavingReason.COMPLETED);
    var placement = passport(offered, started, later, earlier, ended).placements().get("placement");
    assertThat(placement)
        .isEqualTo(
            new Placement(
                "placement",
                "RBV",
                "RBV.WARD_HELPER",
                Placement.Step.ENDED,
                DAY,
                DAY.plusDays(1),
                DAY.plusDays(30),
                LeavingReason.COMPLETED,
                2,
                180,
                3,
                0,
                0));
  }

  private static ActivityRecorded activity(LocalDate day, int minutes, int tasks) {
    return new ActivityRecorded(
        "placement",
        "RBV",
        day,
        EngagementMode.REGULAR,
        ActivityCategory.MEALTIMES,
        minutes,
        tasks,
        null);
  }

  private static CheckRecorded recorded() {
    return new CheckRecorded(
        "check", CheckCode.DBS, "RBV", IssuerCategory.NHS_TRUST, DAY, new Sealed<>("a"));
  }

  private static Passport passport(Event... events) {
    var passport = Passport.empty(History.PERSON);
    for (int i = 0; i < events.length; i++) {
      passport = passport.evolve(entry(i, events[i]));
    }
    return passport;
  }
}
