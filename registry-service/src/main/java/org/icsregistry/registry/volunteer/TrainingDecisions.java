package org.icsregistry.registry.volunteer;

import java.util.List;
import org.icsregistry.contracts.message.TrainingCommand;
import org.icsregistry.contracts.message.TrainingCommand.AssignTraining;
import org.icsregistry.contracts.message.TrainingCommand.RecordTraining;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Request;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;
import org.icsregistry.registry.command.RoleGuards;

/** Training: assigned, recorded, withdrawn. */
final class TrainingDecisions {

  private TrainingDecisions() {}

  static List<VolunteerEvent> decide(
      Person state, TrainingCommand command, CommandContext context) {
    return switch (command) {
      case AssignTraining c -> assign(state, c, context);
      case RecordTraining c -> record(state, c, context);
      case WithdrawTraining c -> withdraw(state, c, context);
    };
  }

  private static List<VolunteerEvent> assign(
      Person state, AssignTraining c, CommandContext context) {
    Guards.mayDecideFor(context, c.partner());
    PersonGuards.linked(state, c.partner());
    RoleGuards.roleAt(context, c.partner(), c.roleId());
    Items.notRequestedYet(state, new Request(c.partner(), c.roleId(), c.training()));
    return List.of(new TrainingAssigned(c.partner(), c.roleId(), c.training()));
  }

  private static List<VolunteerEvent> record(
      Person state, RecordTraining c, CommandContext context) {
    PersonGuards.linked(state, context.sender());
    Items.notRecordedYet(state, c.trainingId());
    return List.of(
        new TrainingRecorded(
            c.trainingId(),
            c.training(),
            context.sender(),
            Items.senderCategory(context),
            c.framework(),
            c.provider(),
            c.evidence(),
            c.completedOn()));
  }

  private static List<VolunteerEvent> withdraw(
      Person state, WithdrawTraining c, CommandContext context) {
    var item = state.trainings().get(c.trainingId());
    if (item == null) {
      throw Items.unknown(c.trainingId());
    }
    Items.mayWithdraw(c.trainingId(), item.issuer(), item.withdrawnFor(), context);
    return Items.withLapses(
        state, new TrainingWithdrawn(c.trainingId(), c.reason()), c.trainingId());
  }
}
