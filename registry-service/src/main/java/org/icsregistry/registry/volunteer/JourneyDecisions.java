package org.icsregistry.registry.volunteer;

import java.util.List;
import org.icsregistry.contracts.message.JourneyCommand;
import org.icsregistry.contracts.message.JourneyCommand.ChangePreferences;
import org.icsregistry.contracts.message.JourneyCommand.ChaseStep;
import org.icsregistry.contracts.message.JourneyCommand.NoteMessage;
import org.icsregistry.contracts.message.JourneyCommand.NoticeIdle;
import org.icsregistry.contracts.message.JourneyCommand.WarnOfExpiry;
import org.icsregistry.contracts.message.JourneyEvent;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.JourneyEvent.PreferencesChanged;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;

/**
 * Reminders and messages. The host's onboarding service alone reminds, so that nobody is reminded
 * of the same by two; that it does so once is seen to by the ids of its commands.
 */
final class JourneyDecisions {

  private JourneyDecisions() {}

  static List<JourneyEvent> decide(Person state, JourneyCommand command, CommandContext context) {
    return List.of(
        switch (command) {
          case ChaseStep c -> chase(state, c, context);
          case WarnOfExpiry c -> warn(state, c, context);
          case NoticeIdle c -> notice(state, c, context);
          case NoteMessage c -> note(c, context);
          case ChangePreferences c -> change(state, c, context);
        });
  }

  private static JourneyEvent chase(Person state, ChaseStep c, CommandContext context) {
    forPartner(state, c.partner(), context);
    return new StepChased(
        c.partner(), c.roleId(), c.occasionId(), c.step(), c.waitingOn(), c.stage(), c.dueOn());
  }

  private static JourneyEvent warn(Person state, WarnOfExpiry c, CommandContext context) {
    forPartner(state, c.partner(), context);
    return new ExpiryWarned(c.partner(), c.roleId(), c.requirement(), c.days());
  }

  private static JourneyEvent notice(Person state, NoticeIdle c, CommandContext context) {
    forPartner(state, c.partner(), context);
    return new IdleNoticed(c.partner(), c.roleId(), c.days());
  }

  /** What was sent was sent, also when the relationship has ended since. */
  private static JourneyEvent note(NoteMessage c, CommandContext context) {
    Guards.hostOnly(context);
    return new MessageSent(c.partner(), c.eventId(), c.kind(), c.channel(), c.templateVersion());
  }

  private static JourneyEvent change(Person state, ChangePreferences c, CommandContext context) {
    PersonGuards.linked(state, context.sender());
    return new PreferencesChanged(c.language(), c.optedOut());
  }

  private static void forPartner(Person state, String partner, CommandContext context) {
    Guards.hostOnly(context);
    PersonGuards.linked(state, partner);
  }
}
