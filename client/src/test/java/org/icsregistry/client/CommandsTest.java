package org.icsregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckCommand.RecordCheck;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.schema.Schemas;
import org.icsregistry.contracts.sealing.Sealed;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private static final String PERSON = "6f1d3c1e-3f0a-4b8e-9d3e-0f6f5f3c9a11";
  private static final UUID ITEM = UUID.fromString("0b9cdd2a-54a5-4c5b-8f0c-6a8a1f0a5f10");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final CheckFinding FINDING =
      new CheckFinding(CheckOutcome.MET, CheckLevel.HIGH, null, null, null, null, null, null, null);

  private final Commands commands = Commands.from("RBV");

  @Test
  void every_command_with_personal_values_fits_its_schema() {
    fits(
        commands.registerVolunteer(
            null,
            new PersonName("Ada", "Example"),
            LocalDate.of(1990, 2, 3),
            new Contact("ada@example.org", null, "M20 4BX")));
    fits(commands.recordCheck(PERSON, ITEM, CheckCode.IDENTITY, DAY, FINDING));
    fits(commands.noteStatusCheck(PERSON, ITEM, DAY, StatusResult.CURRENT));
  }

  @Test
  void every_other_command_fits_its_schema() {
    var withdraw =
        commands.of(PERSON, new WithdrawCheck(ITEM.toString(), WithdrawalReason.ISSUED_IN_ERROR));

    fits(withdraw);
    assertThat(withdraw.source()).isEqualTo("urn:org:RBV");
    assertThat(withdraw.subject()).isEqualTo(PERSON);
  }

  @Test
  void a_command_with_personal_values_is_not_sent_sealed() {
    var sealed =
        new RecordCheck(ITEM.toString(), CheckCode.IDENTITY, DAY, new Sealed<>("a.b.c.d.e"));

    assertThatThrownBy(() -> commands.of(PERSON, sealed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RecordCheck");
  }

  @Test
  void what_is_printed_holds_no_personal_value() {
    var command =
        commands.registerVolunteer(
            null,
            new PersonName("Ada", "Example"),
            LocalDate.of(1990, 2, 3),
            new Contact(null, null, null));

    assertThat(command.toString()).doesNotContain("Ada", "1990").contains("RegisterVolunteer.v1");
  }

  private static void fits(CommandEnvelope command) {
    assertThat(Schemas.validate(command.type(), command.data())).isEmpty();
  }
}
