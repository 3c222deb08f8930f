package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_ALREADY_WITHDRAWN;
import static org.icsregistry.contracts.problem.ProblemCode.VERIFICATION_STATE;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.PassportCommand.NoteView;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PassportEvent.PassportViewed;
import org.junit.jupiter.api.Test;

/** From issue to verification. */
class PassportTest {

  private static final LocalDate SOON = LocalDate.parse("2026-11-09");
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final World world = new World();

  @Test
  void issue_saysWhenThePersonAskedAndWhenTheyGotIt() {
    var shown = Shown.none(world);
    assertThat(shown.accept(CHRISTIE, shown.issue()))
        .containsExactly(
            new PassportIssued(
                shown.passport,
                CHRISTIE,
                LAST_WEEK,
                world.today(),
                List.of(shown.identity, shown.fire)));
  }

  @Test
  void issue_mayVouchForAnotherPartnersItem_onceTheIssuerReusesIt() {
    var shown = Shown.none(world);
    world.adopt(World.trusting("CSTF_*", false));
    var reuse =
        ClearanceWays.decision(shown.fire, 1, "CSTF_FIRE", RecognitionDecision.REUSED, null);
    world.accept(MANCHESTER, shown.person, reuse);
    assertThat(shown.accept(MANCHESTER, shown.issue(List.of(shown.fire)))).hasSize(1);
  }

  @Test
  void share_maySpeakForThePerson_whenTheHostSendsIt() {
    var shown = Shown.issued(world);
    assertThat(shown.accept(HOST, shown.share(SOON))).hasOnlyElementsOfType(PassportShared.class);
  }

  @Test
  void everyView_isAnEvent_andTheFirstOneToVerifyBeginsTheClock() {
    var shown = Shown.shared(world);
    var reference = new NoteView(shown.passport, shown.share, ViewPurpose.REFERENCE);
    assertThat(shown.accept(MANCHESTER, reference)).hasSize(1);
    assertThat(shown.refuse(MANCHESTER, shown.take(shown.identity))).isEqualTo(VERIFICATION_STATE);
    assertThat(shown.accept(MANCHESTER, shown.look()))
        .containsExactly(
            new PassportViewed(
                shown.passport, shown.share, MANCHESTER, ViewPurpose.VERIFICATION, NOON));
  }

  @Test
  void verification_takesFromTheFirstLookToTheLastDecision() {
    var shown = Shown.begun(world);
    world.todayIs("2026-11-03");
    assertThat(shown.accept(MANCHESTER, shown.take(shown.identity)))
        .containsExactly(new ItemAccepted(shown.passport, shown.share, MANCHESTER, shown.identity));
    assertThat(shown.accept(MANCHESTER, shown.complete()))
        .containsExactly(
            new PassportVerified(
                shown.passport,
                shown.share,
                MANCHESTER,
                NOON,
                Instant.parse("2026-11-03T12:00:00Z"),
                1,
                0));
  }

  @Test
  void aWithdrawnItem_cannotBeAccepted_andCanBeRejected() {
    var shown = Shown.begun(world);
    shown.accept(CHRISTIE, new WithdrawCheck(shown.identity, WithdrawalReason.ISSUED_IN_ERROR));
    assertThat(shown.refuse(MANCHESTER, shown.take(shown.identity)))
        .isEqualTo(ITEM_ALREADY_WITHDRAWN);
    assertThat(shown.accept(MANCHESTER, shown.reject(shown.identity)))
        .containsExactly(
            new ItemRejected(
                shown.passport,
                shown.share,
                MANCHESTER,
                shown.identity,
                ItemRejection.INCORRECT_INFORMATION));
  }

  @Test
  void afterAVerification_nothingOfTheShareIsDecidedAgain() {
    var shown = Shown.begun(world);
    shown.accept(MANCHESTER, shown.take(shown.identity));
    shown.accept(MANCHESTER, shown.complete());
    assertThat(shown.refuse(MANCHESTER, shown.complete())).isEqualTo(VERIFICATION_STATE);
    assertThat(shown.refuse(MANCHESTER, shown.reject(shown.identity)))
        .isEqualTo(VERIFICATION_STATE);
  }
}
