package org.icsregistry.onboarding.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.HoldReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.RestrictionGround;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicationWithdrawn;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.Hold;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.onboarding.world.Ics;
import org.icsregistry.onboarding.world.Vault;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final LocalDate USED = LocalDate.of(2026, 8, 31);
  private static final String PERSON = "00000000-0000-7000-8000-000000000001";

  private final Schedule schedule =
      new Schedule(
          new RetentionSettings(true, Period.ofMonths(6), Period.ofYears(6), Period.ofYears(1)));
  private final Vault vault = new Vault();
  private Passport passport = Passport.empty(PERSON);

  @Test
  void checksOfSomebodyWhoLeft_goAfterSixMonths_andTheFileAfterSixYears() {
    registered();
    checked();
    placed();
    left();
    assertThat(due(LocalDate.of(2027, 2, 27))).isEmpty();
    assertThat(due(LocalDate.of(2027, 2, 28))).contains(RecordClass.CHECKS);
    assertThat(schedule.due(passport, USED, true, LocalDate.of(2032, 8, 30))).isEmpty();
    assertThat(due(LocalDate.of(2032, 8, 31))).contains(RecordClass.VOLUNTEER_FILE);
  }

  @Test
  void somebodyWhoNeverBegan_goesAfterAYear() {
    registered();
    tell(
        new InterestExpressed("a", R0A, ROLE, WaitingOn.ORGANISATION),
        new ApplicationWithdrawn("a", R0A, ROLE, LeavingReason.OTHER, WaitingOn.NOBODY));
    assertThat(due(LocalDate.of(2027, 8, 30))).isEmpty();
    assertThat(due(LocalDate.of(2027, 8, 31))).contains(RecordClass.UNSUCCESSFUL_APPLICANT);
  }

  @Test
  void whoeverIsInUse_isKept() {
    registered();
    checked();
    tell(Ics.accepted("a"));
    assertThat(due(LocalDate.of(2050, 1, 1))).as("application").isEmpty();
    placed();
    assertThat(due(LocalDate.of(2050, 1, 1))).as("placement").isEmpty();
    left();
    assertThat(due(LocalDate.of(2050, 1, 1))).as("accepted, placed, left").isPresent();
    tell(new ClearedForRole(R0A, "R0A.OTHER", 1, 1, List.of()));
    assertThat(due(LocalDate.of(2050, 1, 1))).as("cleared for another role").isEmpty();
  }

  @Test
  void whoeverAskedForARestriction_orGoesOnUnderAnotherId_isKept() {
    registered();
    tell(new ProcessingRestricted(R0A, RestrictionGround.OBJECTION_PENDING, "dpo-1"));
    assertThat(due(LocalDate.of(2050, 1, 1))).isEmpty();
    passport = Passport.empty(PERSON);
    registered();
    tell(new VolunteersMerged(PERSON, "other", false));
    assertThat(due(LocalDate.of(2050, 1, 1))).isEmpty();
  }

  @Test
  void aHoldThatIsOver_isEnded_andTheOthersStay() {
    registered();
    var until = LocalDate.of(2027, 3, 1);
    var longer = new Hold(Category.CONTACT, HoldReason.LEGAL_CLAIM, LocalDate.of(2030, 1, 1));
    tell(
        new VolunteerErased(
            ErasureGround.REQUESTED,
            "dpo-1",
            List.of(Category.HEALTH),
            List.of(new Hold(Category.CHECKS, HoldReason.SAFEGUARDING, until), longer),
            List.of()));
    assertThat(due(until)).isEmpty();
    var due = schedule.due(passport, LocalDate.EPOCH, false, until.plusDays(1)).orElseThrow();
    assertThat(Schedule.command(due, passport))
        .isEqualTo(
            new EraseVolunteer(ErasureGround.HOLD_ENDED, "retention-schedule", List.of(longer)));
  }

  @Test
  void aPeriodThatIsNone_isRefused() {
    assertThatThrownBy(
            () -> new RetentionSettings(true, Period.ZERO, Period.ofYears(6), Period.ofYears(1)))
        .hasMessageContaining("P6M");
  }

  private void registered() {
    tell(vault.person(PERSON, LocalDate.of(1990, 2, 3)));
  }

  private void checked() {
    tell(vault.check(PERSON, "c", CheckCode.IDENTITY, R0A, Ics.identity(CheckLevel.HIGH)));
  }

  private void placed() {
    tell(new PlacementOffered("p", R0A, ROLE), new PlacementStarted("p", R0A, ROLE, USED));
  }

  private void left() {
    tell(new PlacementEnded("p", R0A, USED, LeavingReason.OTHER));
  }

  private Optional<RecordClass> due(LocalDate by) {
    return schedule.due(passport, USED, false, by).map(DueErasure::record);
  }

  private void tell(Event... events) {
    for (var event : events) {
      passport =
          passport.evolve(
              new RecordedEvent(
                  passport.lastIndex() + 1,
                  "e",
                  R0A,
                  PERSON,
                  Instant.EPOCH,
                  null,
                  null,
                  "c",
                  event));
    }
  }
}
