package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.code.WaitingOn.NOBODY;
import static org.icsregistry.contracts.code.WaitingOn.ORGANISATION;
import static org.icsregistry.contracts.code.WaitingOn.VOLUNTEER;
import static org.icsregistry.contracts.problem.ProblemCode.NOT_CLEARED;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_SUSPENDED;
import static org.icsregistry.contracts.problem.ProblemCode.REQUIREMENTS_NOT_MET;
import static org.icsregistry.contracts.problem.ProblemCode.SUPERVISOR_REQUIRED;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.Milestone;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.Voice;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationCommand;
import org.icsregistry.contracts.message.ApplicationCommand.AnswerOffer;
import org.icsregistry.contracts.message.ApplicationCommand.Apply;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.HoldConversation;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ApplicationCommand.PutInTalentPool;
import org.icsregistry.contracts.message.ApplicationCommand.ScheduleConversation;
import org.icsregistry.contracts.message.ApplicationCommand.WithdrawApplication;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.FeedbackText;
import org.icsregistry.contracts.message.PartnerCommand.SuspendPartner;
import org.icsregistry.contracts.message.PlacementCommand.EndPlacement;
import org.icsregistry.contracts.message.PlacementCommand.GiveFeedback;
import org.icsregistry.contracts.message.PlacementCommand.PausePlacement;
import org.icsregistry.contracts.message.PlacementCommand.RecordActivity;
import org.icsregistry.contracts.message.PlacementCommand.ResumePlacement;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.icsregistry.contracts.message.PlacementCommand.SuspendPlacement;
import org.icsregistry.contracts.message.PlacementCommand.ThankVolunteer;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.FeedbackGiven;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementResumed;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.PlacementEvent.VolunteerThanked;
import org.junit.jupiter.api.Test;

/** From interest to the end of a placement. */
class PlacementTest {

  private final World world = new World();

  @Test
  void start_isAccepted_underAClearanceInForce() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    assertThat(world.accept(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK)))
        .containsExactly(new PlacementStarted(placement, MANCHESTER, WARD, LAST_WEEK));
  }

  @Test
  void start_isRefused_whenTheClearanceHasLapsed() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.todayIs("2028-10-27");
    world.accept(
        MANCHESTER, person, new LapseClearance(MANCHESTER, WARD, LapseReason.ITEM_EXPIRED));
    assertThat(world.refuse(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK)))
        .isEqualTo(NOT_CLEARED);
  }

  @Test
  void start_isRefused_whenAnItemHasExpiredAndNobodyHasSaidSoYet() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.todayIs("2028-10-27");
    assertThat(world.refuse(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK)))
        .isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void start_isRefused_whenTheRoleNowAsksForMoreOfThePlaced() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.revise(true, Lines.identity(CheckLevel.VERY_HIGH));
    assertThat(world.refuse(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK)))
        .isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void start_isRefused_below16_whenNobodyStaysBesideThePerson() {
    var person = world.aClearedYoungPerson();
    var placement = world.offered(person);
    assertThat(world.refuse(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK)))
        .isEqualTo(SUPERVISOR_REQUIRED);
    assertThat(
            world.accept(
                MANCHESTER, person, new StartPlacement(placement, LAST_WEEK, "ward-lead-7")))
        .containsExactly(
            new PlacementStarted(placement, MANCHESTER, WARD, LAST_WEEK, "ward-lead-7"));
  }

  @Test
  void start_needsNobodyBeside_fromThe16thBirthdayOn() {
    var person = world.aClearedYoungPerson();
    var placement = world.offered(person);
    world.todayIs("2028-04-06");
    world.fireTraining(MANCHESTER, person);
    var dayBefore = new StartPlacement(placement, LocalDate.parse("2028-04-04"));
    assertThat(world.refuse(MANCHESTER, person, dayBefore)).isEqualTo(SUPERVISOR_REQUIRED);
    var birthday = new StartPlacement(placement, LocalDate.parse("2028-04-05"));
    assertThat(world.accept(MANCHESTER, person, birthday)).hasSize(1);
  }

  @Test
  void theHostStartsNothing_atASuspendedPartner_butMayEndWhatIsThere() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.accept(HOST, MANCHESTER, new SuspendPartner(SuspensionReason.SAFEGUARDING));
    assertThat(world.refuse(HOST, person, new StartPlacement(placement, LAST_WEEK)))
        .isEqualTo(PARTNER_SUSPENDED);
    var end = new EndPlacement(placement, LAST_WEEK, LeavingReason.OTHER);
    assertThat(world.refuse(MANCHESTER, person, end)).isEqualTo(PARTNER_SUSPENDED);
    assertThat(world.accept(HOST, person, end)).hasSize(1);
  }

  @Test
  void activityAndEnd_areRecordedAsSent() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.accept(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK));
    var mode = EngagementMode.SHIFT;
    var category = ActivityCategory.MEALTIMES;
    assertThat(
            world.accept(
                MANCHESTER,
                person,
                new RecordActivity(placement, LAST_WEEK, mode, category, 90, 2, null)))
        .containsExactly(
            new ActivityRecorded(placement, MANCHESTER, LAST_WEEK, mode, category, 90, 2, null));
    assertThat(
            world.accept(
                MANCHESTER,
                person,
                new EndPlacement(placement, LAST_WEEK, LeavingReason.COMPLETED)))
        .containsExactly(
            new PlacementEnded(placement, MANCHESTER, LAST_WEEK, LeavingReason.COMPLETED));
  }

  @Test
  void anApplication_namesWhoseTurnItIs() {
    var person = world.aPerson();
    var id = World.id();
    assertThat(world.accept(MANCHESTER, person, new ExpressInterest(id, WARD)))
        .singleElement()
        .extracting("waitingOn")
        .isEqualTo(WaitingOn.ORGANISATION);
    assertThat(world.accept(MANCHESTER, person, new MakeOffer(id)))
        .containsExactly(new OfferMade(id, MANCHESTER, WARD, WaitingOn.VOLUNTEER));
    assertThat(world.accept(MANCHESTER, person, new AnswerOffer(id, true)))
        .containsExactly(new OfferAnswered(id, MANCHESTER, WARD, true, WaitingOn.ORGANISATION));
  }

  @Test
  void aDeclinedOffer_waitsOnNobody() {
    var person = world.aPerson();
    var id = World.id();
    world.accept(MANCHESTER, person, new ExpressInterest(id, WARD));
    world.accept(MANCHESTER, person, new MakeOffer(id));
    assertThat(world.accept(MANCHESTER, person, new AnswerOffer(id, false)))
        .containsExactly(new OfferAnswered(id, MANCHESTER, WARD, false, WaitingOn.NOBODY));
  }

  @Test
  void onePersonsPlacementApplicationAndItsOwnId_mayBeTheSameUuid() {
    var person = world.aPerson();
    world.accept(MANCHESTER, person, new ExpressInterest(person, WARD));
    world.accept(
        MANCHESTER,
        person,
        new org.icsregistry.contracts.message.PlacementCommand.OfferPlacement(person, WARD));
    assertThat(world.accept(MANCHESTER, person, new MakeOffer(person))).hasSize(1);
  }

  @Test
  void anApplication_mayTakeEveryStep_andSaysWhoseTurnItIs() {
    var person = world.aPerson();
    var id = World.id();
    var steps =
        List.<ApplicationCommand>of(
            new ExpressInterest(id, WARD),
            new PutInTalentPool(id),
            new Apply(id),
            new ScheduleConversation(id, world.today()),
            new ScheduleConversation(id, world.today().plusDays(7)),
            new HoldConversation(id, LAST_WEEK),
            new MakeOffer(id),
            new AnswerOffer(id, true),
            new WithdrawApplication(id, LeavingReason.TOO_SLOW));
    var turns =
        steps.stream()
            .map(step -> ((ApplicationEvent) world.accept(MANCHESTER, person, step).getFirst()))
            .map(ApplicationEvent::waitingOn)
            .toList();
    assertThat(turns.subList(0, 6)).containsOnly(ORGANISATION);
    assertThat(turns.subList(6, 9)).containsExactly(VOLUNTEER, ORGANISATION, NOBODY);
  }

  @Test
  void aBreak_endsOnlyUnderAClearanceInForce() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.accept(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK));
    world.accept(MANCHESTER, person, new PausePlacement(placement, null));
    world.accept(MANCHESTER, person, new SuspendPlacement(placement));
    var resume = new ResumePlacement(placement, LAST_WEEK);
    assertThat(world.accept(MANCHESTER, person, resume))
        .containsExactly(new PlacementResumed(placement, MANCHESTER, LAST_WEEK));
    world.accept(MANCHESTER, person, new PausePlacement(placement, null));
    world.todayIs("2028-10-27");
    assertThat(world.refuse(MANCHESTER, person, resume)).isEqualTo(REQUIREMENTS_NOT_MET);
  }

  @Test
  void thanksAndFeedback_mayComeAfterTheEnd() {
    var person = world.aClearedPerson();
    var placement = world.offered(person);
    world.accept(MANCHESTER, person, new StartPlacement(placement, LAST_WEEK));
    world.accept(
        MANCHESTER, person, new EndPlacement(placement, LAST_WEEK, LeavingReason.COMPLETED));
    assertThat(world.accept(MANCHESTER, person, new ThankVolunteer(placement, Milestone.THANK_YOU)))
        .containsExactly(new VolunteerThanked(placement, MANCHESTER, Milestone.THANK_YOU));
    var text = world.seal(person, "GiveFeedback.text", new FeedbackText("It went well"));
    assertThat(
            world.accept(MANCHESTER, person, new GiveFeedback(placement, Voice.VOLUNTEER, 5, text)))
        .containsExactly(new FeedbackGiven(placement, MANCHESTER, Voice.VOLUNTEER, 5, text));
  }
}
