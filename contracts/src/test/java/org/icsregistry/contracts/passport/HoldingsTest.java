package org.icsregistry.contracts.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.fixtures.Keys;
import org.icsregistry.contracts.fixtures.Samples;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.contracts.sealing.SealingException;
import org.icsregistry.contracts.sealing.SealingKey;
import org.junit.jupiter.api.Test;

/** What the rules look at, opened from a person's passport. */
class HoldingsTest {

  private static final LocalDate BIRTH = LocalDate.of(1987, 5, 4);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final CheckFinding FINDING = Samples.of(CheckFinding.class, Extent.FULL);

  private final Keys keys = new Keys();
  private final SealingKey contact = keys.make("person.contact.1");
  private final SealingKey checks = keys.make("person.checks.1");

  @Test
  void holdings_openWhatTheRulesLookAt() {
    var holdings = person().holdings(keys);
    assertThat(holdings.dateOfBirth()).isEqualTo(BIRTH);
    assertThat(holdings.checks())
        .containsExactly(
            new HeldCheck(
                "check",
                CheckCode.DBS,
                "RBV",
                IssuerCategory.NHS_TRUST,
                DAY,
                FINDING,
                false,
                DAY.plusDays(9),
                StatusResult.CURRENT,
                List.of()));
    var training = Samples.of(TrainingRecorded.class, Extent.FULL);
    assertThat(holdings.trainings())
        .containsExactly(
            new HeldTraining(
                training.trainingId(),
                training.training(),
                training.issuer(),
                training.issuerCategory(),
                training.evidence(),
                training.completedOn(),
                false));
  }

  @Test
  void holdings_stayWithoutWhatIsErased_andKeepTheRest() {
    keys.destroy("person.checks.1");
    var holdings = person().holdings(keys);
    assertThat(holdings.dateOfBirth()).isEqualTo(BIRTH);
    assertThat(holdings.checks().getFirst())
        .returns(null, HeldCheck::finding)
        .returns(null, HeldCheck::status)
        .returns(DAY, HeldCheck::completedOn);
    keys.destroy("person.contact.1");
    assertThat(person().holdings(keys).dateOfBirth()).isNull();
  }

  @Test
  void holdings_sayWhatIsWithdrawn() {
    var withdrawn = new CheckWithdrawn("check", WithdrawalReason.NO_LONGER_VALID);
    assertThat(person().evolve(withdrawn).holdings(keys).checks().getFirst().withdrawn()).isTrue();
  }

  @Test
  void holdings_refuse_whenCiphertextWasMovedFromAnotherField() {
    var moved =
        new StatusCheckNoted("check", "RBV", DAY.plusDays(10), sealed(checks, "finding", FINDING));
    var person = person().evolve(moved);
    assertThatThrownBy(() -> person.holdings(keys))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("moved");
  }

  @Test
  void holdings_ofNobody_areEmpty() {
    var holdings = Person.unknown().holdings(keys);
    assertThat(holdings.dateOfBirth()).isNull();
    assertThat(holdings.checks()).isEmpty();
    assertThat(holdings.trainings()).isEmpty();
  }

  private Person person() {
    return Person.unknown()
        .evolve(
            new VolunteerRegistered(
                sealed(contact, "name", "unread"),
                sealed(contact, "dateOfBirth", BIRTH),
                sealed(contact, "contact", "unread")))
        .evolve(
            new CheckRecorded(
                "check",
                CheckCode.DBS,
                "RBV",
                IssuerCategory.NHS_TRUST,
                DAY,
                sealed(checks, "finding", FINDING)))
        .evolve(
            new StatusCheckNoted(
                "check", "RM3", DAY.plusDays(9), sealed(checks, "result", StatusResult.CURRENT)))
        .evolve(Samples.of(TrainingRecorded.class, Extent.FULL));
  }

  private static <T> Sealed<T> sealed(SealingKey key, String component, Object value) {
    return SealedValues.seal(
        key, "Sample." + component, "command-1", Json.MAPPER.writeValueAsString(value));
  }
}
