package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.icsregistry.contracts.message.PersonCommand;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.message.PersonEvent;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;

/** Registration and relationships. */
final class PersonDecisions {

  private PersonDecisions() {}

  static List<PersonEvent> decide(Person state, PersonCommand command, CommandContext context) {
    return switch (command) {
      case RegisterVolunteer c -> register(state, c, context);
      case LinkPartner c -> link(state, c, context);
    };
  }

  private static List<PersonEvent> register(
      Person state, RegisterVolunteer c, CommandContext context) {
    if (state.registered()) {
      throw new Refusal(
          VOLUNTEER_ALREADY_REGISTERED,
          "a subject that is not registered yet",
          "subject " + context.subject() + ", which is registered",
          "send LinkPartner if the person now comes to you; ids are never used again");
    }
    return List.of(
        new VolunteerRegistered(c.name(), c.dateOfBirth(), c.contact()),
        new PartnerLinked(context.sender(), context.today()));
  }

  private static List<PersonEvent> link(Person state, LinkPartner c, CommandContext context) {
    if (state.linkedTo(context.sender())) {
      throw new Refusal(
          ALREADY_LINKED,
          "a partner without a relationship with the person",
          context.sender() + ", which has one",
          "nothing");
    }
    return List.of(new PartnerLinked(context.sender(), c.agreedOn()));
  }
}
