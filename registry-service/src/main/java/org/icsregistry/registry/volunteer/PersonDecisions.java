package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.PersonCommand;
import org.icsregistry.contracts.message.PersonCommand.ChangeAvailability;
import org.icsregistry.contracts.message.PersonCommand.ChangeDetails;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.message.PersonCommand.UnlinkPartner;
import org.icsregistry.contracts.message.PersonEvent;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Availability;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;

/** Registration and relationships. */
final class PersonDecisions {

  private PersonDecisions() {}

  static List<? extends VolunteerEvent> decide(
      Person state, PersonCommand command, CommandContext context) {
    return switch (command) {
      case RegisterVolunteer c -> register(state, c, context);
      case ChangeDetails c -> change(state, c, context);
      case ChangeAvailability c -> change(state, c, context);
      case LinkPartner c -> link(state, c, context);
      case UnlinkPartner c -> unlink(state, c, context);
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

  private static List<PersonEvent> change(Person state, ChangeDetails c, CommandContext context) {
    PersonGuards.speaksForPerson(state, context);
    if (c.name() == null && c.dateOfBirth() == null && c.contact() == null) {
      throw new Refusal(
          NOTHING_CHANGED,
          "a name, a date of birth or a contact",
          "none of them",
          "send what has changed");
    }
    return List.of(new DetailsChanged(c.name(), c.dateOfBirth(), c.contact()));
  }

  private static List<PersonEvent> change(
      Person state, ChangeAvailability c, CommandContext context) {
    PersonGuards.speaksForPerson(state, context);
    var said = new Availability(c.duty(), c.area(), c.modes(), c.hoursAWeek(), c.mostAlertsAWeek());
    if (said.equals(state.availability())) {
      throw new Refusal(
          NOTHING_CHANGED, "something else than is known", "what is known already", "nothing");
    }
    return List.of(
        new AvailabilityChanged(
            c.duty(), c.area(), c.modes(), c.hoursAWeek(), c.mostAlertsAWeek()));
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

  /** What the partner was allowed and what it cleared ends in the same breath. */
  private static List<VolunteerEvent> unlink(
      Person state, UnlinkPartner c, CommandContext context) {
    Guards.forOwnOrganisation(context, c.partner());
    PersonGuards.linked(state, c.partner());
    var events = new ArrayList<VolunteerEvent>();
    events.add(new PartnerUnlinked(c.partner()));
    state.grants().values().stream()
        .filter(g -> g.partner().equals(c.partner()) && !g.withdrawn())
        .forEach(g -> events.add(new SharingWithdrawn(g.grantId(), g.partner())));
    state.clearances().values().stream()
        .filter(x -> x.partner().equals(c.partner()) && x.inForce())
        .forEach(x ->
            events.add(
                new ClearanceLapsed(
                    x.partner(), x.roleId(), LapseReason.RELATIONSHIP_ENDED, null)));
    return events;
  }
}
