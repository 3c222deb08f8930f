package org.icsregistry.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.onboarding.journey.Case.PERSON;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckCommand.RequestCheck;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.TrainingCommand.AssignTraining;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;
import org.icsregistry.onboarding.world.Ics;
import org.junit.jupiter.api.Test;

class NextCommandsTest {

  private static final ClearForRole CLEAR = new ClearForRole(R0A, ROLE);

  private final Case person = Case.onTheWay();

  @Test
  void whoever_holds_nothing_is_asked_for_everything_once() {
    assertThat(person.commands())
        .containsExactly(
            new RequestCheck(R0A, ROLE, CheckCode.IDENTITY, CheckLevel.MEDIUM),
            new RequestCheck(R0A, ROLE, CheckCode.DBS, CheckLevel.ENHANCED),
            new AssignTraining(R0A, ROLE, "CSTF_FIRE"),
            new AssignTraining(R0A, ROLE, "LOCAL_INDUCTION"));

    person.tell(
        new CheckRequested(R0A, ROLE, CheckCode.IDENTITY, CheckLevel.MEDIUM),
        new CheckRequested(R0A, ROLE, CheckCode.DBS, CheckLevel.ENHANCED),
        new TrainingAssigned(R0A, ROLE, "CSTF_FIRE"),
        new TrainingAssigned(R0A, ROLE, "LOCAL_INDUCTION"));
    assertThat(person.commands()).isEmpty();
  }

  @Test
  void what_another_partner_checked_is_reused_and_only_the_gap_is_asked_for() {
    rbvChecked();

    assertThat(person.commands())
        .containsExactly(
            decided("IDENTITY", "i1", RecognitionDecision.REUSED, null),
            decided("DBS", "d1", RecognitionDecision.STATUS_CHECK_NEEDED, null),
            decided("CSTF_FIRE", "t1", RecognitionDecision.REUSED, null),
            new AssignTraining(R0A, ROLE, "LOCAL_INDUCTION"));
  }

  @Test
  void an_item_that_the_policy_does_not_accept_is_decided_with_the_reason_and_asked_for_again() {
    person.tell(
        person.vault.check(PERSON, "i1", CheckCode.IDENTITY, RBV, Ics.identity(CheckLevel.LOW)));

    assertThat(person.commands())
        .contains(
            decided(
                "IDENTITY", "i1", RecognitionDecision.REPEAT, ReasonCode.IDENTITY_LEVEL_TOO_LOW),
            new RequestCheck(R0A, ROLE, CheckCode.IDENTITY, CheckLevel.MEDIUM));
  }

  @Test
  void a_decision_that_is_recorded_is_not_made_again_until_the_policy_changes() {
    rbvChecked();
    person.tell(
        new RecognitionDecided(
            R0A, ROLE, 1, 1, "IDENTITY", "i1", RecognitionDecision.REUSED, null));
    assertThat(person.commands())
        .doesNotContain(decided("IDENTITY", "i1", RecognitionDecision.REUSED, null));

    person.tell(Ics.policy(2));

    assertThat(person.commands())
        .contains(
            new DecideRecognition(
                R0A,
                ROLE,
                1,
                2,
                "IDENTITY",
                "i1",
                RecognitionDecision.REPEAT,
                ReasonCode.ISSUER_NOT_TRUSTED));
  }

  @Test
  void an_outcome_that_comes_back_under_a_third_policy_is_decided_again() {
    rbvChecked();
    person.tell(
        new RecognitionDecided(R0A, ROLE, 1, 1, "IDENTITY", "i1", RecognitionDecision.REUSED, null),
        new RecognitionDecided(
            R0A,
            ROLE,
            1,
            2,
            "IDENTITY",
            "i1",
            RecognitionDecision.REPEAT,
            ReasonCode.ISSUER_NOT_TRUSTED));

    person.tell(Ics.trusting(3));

    assertThat(person.commands())
        .contains(
            new DecideRecognition(
                R0A, ROLE, 1, 3, "IDENTITY", "i1", RecognitionDecision.REUSED, null));
  }

  @Test
  void a_new_policy_under_which_an_item_counts_as_before_is_no_news_about_it() {
    rbvChecked();
    person.tell(
        new RecognitionDecided(
            R0A, ROLE, 1, 1, "IDENTITY", "i1", RecognitionDecision.REUSED, null));

    person.tell(Ics.trusting(2));

    assertThat(person.commands())
        .filteredOn(DecideRecognition.class::isInstance)
        .extracting(c -> ((DecideRecognition) c).requirement())
        .containsExactly("DBS", "CSTF_FIRE");
  }

  @Test
  void when_all_is_met_the_person_is_cleared() {
    allMet();

    assertThat(person.commands()).endsWith(CLEAR);
  }

  @Test
  void a_cleared_person_needs_nothing() {
    cleared();

    assertThat(person.commands()).isEmpty();
  }

  @Test
  void own_items_need_no_recognition() {
    person.tell(
        person.vault.check(PERSON, "i1", CheckCode.IDENTITY, R0A, Ics.identity(CheckLevel.LOW)));

    assertThat(person.commands())
        .noneMatch(DecideRecognition.class::isInstance)
        .contains(new RequestCheck(R0A, ROLE, CheckCode.IDENTITY, CheckLevel.MEDIUM));
  }

  @Test
  void a_second_bad_result_for_the_same_reason_has_a_matter_of_its_own() {
    person.tell(
        person.vault.check(PERSON, "i2", CheckCode.IDENTITY, R0A, Ics.identity(CheckLevel.LOW)));
    var first = request(CheckCode.IDENTITY);
    assertThat(request(CheckCode.IDENTITY).matter()).isEqualTo(first.matter());

    person.tell(
        person.vault.check(PERSON, "i1", CheckCode.IDENTITY, R0A, Ics.identity(CheckLevel.LOW)));

    assertThat(request(CheckCode.IDENTITY).matter()).isNotEqualTo(first.matter());
  }

  @Test
  void every_withdrawal_is_a_reason_to_ask_again() {
    person.tell(
        Ics.trained("t1", "CSTF_FIRE", R0A, Ics.DAY),
        new TrainingWithdrawn("t1", WithdrawalReason.ISSUED_IN_ERROR));
    var first = assignment("CSTF_FIRE");

    person.tell(
        Ics.trained("t2", "CSTF_FIRE", R0A, Ics.DAY),
        new TrainingWithdrawn("t2", WithdrawalReason.ISSUED_IN_ERROR));

    assertThat(assignment("CSTF_FIRE").matter()).isNotEqualTo(first.matter());
  }

  @Test
  void a_clearance_lapses_when_the_role_is_revised_for_people_already_placed() {
    cleared().tell(Ics.revised(2, true, Ics.profile(Ics.training("CSTF_DATA", null, true))));

    assertThat(person.commands())
        .containsExactly(new LapseClearance(R0A, ROLE, LapseReason.ROLE_REVISED));
  }

  @Test
  void a_clearance_outlives_a_revision_for_newcomers() {
    cleared().tell(Ics.revised(2, false, Ics.profile(Ics.training("CSTF_DATA", null, true))));

    assertThat(person.commands()).isEmpty();
  }

  @Test
  void a_clearance_lapses_when_the_policy_no_longer_trusts_its_evidence() {
    cleared().tell(Ics.policy(2));

    assertThat(person.commands())
        .containsExactly(new LapseClearance(R0A, ROLE, LapseReason.POLICY_CHANGED));
  }

  @Test
  void a_clearance_lapses_on_the_day_after_its_first_item_ends() {
    cleared();
    person.today = Ics.DAY.plusMonths(12);
    assertThat(person.commands()).isEmpty();

    person.today = Ics.DAY.plusMonths(12).plusDays(1);

    assertThat(person.commands())
        .containsExactly(new LapseClearance(R0A, ROLE, LapseReason.ITEM_EXPIRED));
  }

  @Test
  void a_withdrawn_item_ends_the_clearance_for_that_reason() {
    cleared().tell(new CheckWithdrawn("i1", WithdrawalReason.ISSUED_IN_ERROR));

    assertThat(person.commands())
        .containsExactly(new LapseClearance(R0A, ROLE, LapseReason.ITEM_WITHDRAWN));
  }

  @Test
  void after_a_lapse_what_is_missing_is_asked_for() {
    cleared()
        .tell(
            new TrainingWithdrawn("t1", WithdrawalReason.ISSUED_IN_ERROR),
            new ClearanceLapsed(R0A, ROLE, LapseReason.ITEM_WITHDRAWN, "t1"));

    assertThat(person.commands()).contains(new AssignTraining(R0A, ROLE, "CSTF_FIRE"));
  }

  @Test
  void a_clearance_without_any_occasion_is_watched_too() {
    cleared()
        .tell(
            new PlacementOffered("p1", R0A, ROLE),
            new PlacementEnded("p1", R0A, Ics.DAY, LeavingReason.COMPLETED));
    assertThat(person.engagements()).hasSize(1);
    assertThat(person.engagements().getFirst().occasion()).isNull();

    person.tell(Ics.policy(2));
    assertThat(person.commands())
        .containsExactly(new LapseClearance(R0A, ROLE, LapseReason.POLICY_CHANGED));

    person.tell(new ClearanceLapsed(R0A, ROLE, LapseReason.POLICY_CHANGED, null));
    assertThat(person.engagements()).isEmpty();
  }

  @Test
  void whoever_comes_back_after_a_placement_is_on_the_way_again() {
    person
        .tell(
            new PlacementOffered("p1", R0A, ROLE),
            new PlacementEnded("p1", R0A, Ics.DAY, LeavingReason.COMPLETED))
        .tell(Ics.accepted("a2"));

    assertThat(person.engagements().getFirst().occasion()).isEqualTo("a2");
    assertThat(person.commands()).isNotEmpty();
  }

  @Test
  void nothing_is_asked_for_while_the_age_forbids_the_role() {
    var young = new Case().registered(LocalDate.of(2012, 1, 1));
    young
        .tell(new org.icsregistry.contracts.message.PersonEvent.PartnerLinked(R0A, Ics.DAY))
        .tell(Ics.accepted("a1"));

    assertThat(young.commands()).isEmpty();
  }

  @Test
  void nobody_is_asked_about_an_erased_person() {
    person.vault.erase(PERSON);

    assertThat(person.commands()).isEmpty();
  }

  @Test
  void nothing_is_done_for_a_partner_that_is_suspended() {
    person.tell(new PartnerSuspended(SuspensionReason.SAFEGUARDING));

    assertThat(person.commands()).isEmpty();
  }

  @Test
  void ids_depend_on_nothing_but_the_situation() {
    rbvChecked();
    var other = Case.onTheWay();
    other.tell(
        other.vault.check(PERSON, "i1", CheckCode.IDENTITY, RBV, Ics.identity(CheckLevel.HIGH)),
        other.vault.check(PERSON, "d1", CheckCode.DBS, RBV, Ics.dbs(CheckOutcome.CLEAR_TO_PLACE)),
        Ics.trained("t1", "CSTF_FIRE", RBV, Ics.DAY));

    assertThat(other.next()).isEqualTo(person.next());
    assertThat(person.next().stream().map(NextCommand::matter)).doesNotHaveDuplicates();
    assertThat(person.next()).allMatch(n -> n.matter().version() == 8);
  }

  private Case rbvChecked() {
    return person.tell(
        person.vault.check(PERSON, "i1", CheckCode.IDENTITY, RBV, Ics.identity(CheckLevel.HIGH)),
        person.vault.check(PERSON, "d1", CheckCode.DBS, RBV, Ics.dbs(CheckOutcome.CLEAR_TO_PLACE)),
        Ics.trained("t1", "CSTF_FIRE", RBV, Ics.DAY));
  }

  private Case allMet() {
    return rbvChecked()
        .tell(
            person.vault.status(PERSON, "d1", R0A, StatusResult.CURRENT),
            Ics.trained("t2", "LOCAL_INDUCTION", R0A, Ics.DAY));
  }

  private Case cleared() {
    return allMet()
        .tell(
            new ClearedForRole(
                R0A,
                ROLE,
                1,
                1,
                List.of(
                    new Evidence("IDENTITY", "i1", RBV, true),
                    new Evidence("DBS", "d1", RBV, true),
                    new Evidence("CSTF_FIRE", "t1", RBV, true),
                    new Evidence("LOCAL_INDUCTION", "t2", R0A, false))));
  }

  private static DecideRecognition decided(
      String requirement,
      String item,
      RecognitionDecision decision,
      @org.jspecify.annotations.Nullable ReasonCode reason) {
    return new DecideRecognition(R0A, ROLE, 1, 1, requirement, item, decision, reason);
  }

  private NextCommand request(CheckCode check) {
    return person.next().stream()
        .filter(n -> n.command() instanceof RequestCheck c && c.check() == check)
        .findFirst()
        .orElseThrow();
  }

  private NextCommand assignment(String training) {
    return person.next().stream()
        .filter(n -> n.command() instanceof AssignTraining c && c.training().equals(training))
        .findFirst()
        .orElseThrow();
  }
}
