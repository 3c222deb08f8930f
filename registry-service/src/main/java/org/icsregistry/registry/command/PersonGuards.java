package org.icsregistry.registry.command;

import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.PERSON_ERASED;
import static org.icsregistry.contracts.problem.ProblemCode.PROCESSING_RESTRICTED;
import static org.icsregistry.contracts.problem.ProblemCode.SUBJECT_MISMATCH;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_MERGED;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_UNKNOWN;

import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.DuringRestriction;
import org.icsregistry.contracts.message.ErasureCommand.AcknowledgeErasure;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What must hold of the person whom a command is about. */
public final class PersonGuards {

  private PersonGuards() {}

  /** The person the command is about, as known to organisations in which others go on. */
  public static Person person(CommandContext context) {
    return following(context.facts().person(context.subject()), context);
  }

  public static Person following(Person person, CommandContext context) {
    return person.following(code -> context.facts().partner(code).successor());
  }

  /** Registered, whether or not the id was closed since. */
  public static void known(Person person, CommandContext context) {
    if (!person.registered()) {
      throw new Refusal(
          VOLUNTEER_UNKNOWN,
          "the id of a registered person as subject",
          "subject " + context.subject() + ", which is not registered",
          "send RegisterVolunteer first, or correct the subject");
    }
  }

  /** Registered, and not closed in favour of another id of the same person. */
  public static void registered(Person person, CommandContext context) {
    known(person, context);
    if (person.mergedInto() != null) {
      throw new Refusal(
          VOLUNTEER_MERGED,
          "the id under which the person goes on, " + person.mergedInto(),
          "an id that was merged into it",
          "send it about " + person.mergedInto());
    }
  }

  /**
   * Nothing is done any more with what was known of a person who was forgotten, and little with
   * that of one who is to be left alone.
   */
  public static void untroubled(Person person, Command command) {
    if (person.erased()
        && !(command instanceof EraseVolunteer)
        && !(command instanceof AcknowledgeErasure)) {
      throw new Refusal(
          PERSON_ERASED,
          "a person who was not forgotten",
          "one who was",
          "nothing; somebody who comes back is registered anew, under a new id");
    }
    if (person.protection().restricted()
        && !command.getClass().isAnnotationPresent(DuringRestriction.class)) {
      throw new Refusal(
          PROCESSING_RESTRICTED,
          "a command that corrects, withdraws, ends or protects, while processing is restricted",
          MessageTypes.nameOf(command.getClass()),
          "wait until the restriction is lifted, or ask whoever asked for it");
    }
  }

  /** An application, placement or passport belongs to one person for ever. */
  public static void sameSubject(@Nullable String subject, CommandContext context) {
    if (subject != null && !subject.equals(context.subject())) {
      throw new Refusal(
          SUBJECT_MISMATCH,
          "the subject that the application, placement or passport was begun with",
          "another subject",
          "correct the subject, or the id in the data");
    }
  }

  public static void linked(Person person, String partner) {
    if (!person.linkedTo(partner)) {
      throw new Refusal(
          LINK_REQUIRED,
          "a partner that has a relationship with the person",
          partner + " has none",
          "send LinkPartner as " + partner + " once the person has agreed");
    }
  }

  /**
   * What a person wants is said by somebody who has a relationship with them, or by the ICS host.
   */
  public static void speaksForPerson(Person person, CommandContext context) {
    if (!context.fromHost()) {
      linked(person, context.sender());
    }
  }
}
