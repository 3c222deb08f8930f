package org.icsregistry.registry.intake;

import static org.icsregistry.contracts.problem.ProblemCode.NOT_ALLOWED;

import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.LookCommand;
import org.icsregistry.contracts.message.LookCommand.BreakGlass;
import org.icsregistry.contracts.message.SharingCommand;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Who a transport says is speaking: the token's organisation over HTTP, the topic's over Kafka.
 *
 * @param actor the token's subject, used when the envelope names no actor
 * @param choicesOnly whether it may pass on who sees and who saw a person's details, and nothing
 *     else
 * @param emergencies whether it may say that somebody may come to harm
 * @param person whether the actor is a person, and no system
 */
public record Sender(
    String organisation,
    @Nullable String actor,
    boolean choicesOnly,
    boolean emergencies,
    boolean person) {

  /** Speaks for an organisation, about everything. */
  public Sender(String organisation, @Nullable String actor) {
    this(organisation, actor, false, true, false);
  }

  /**
   * Who acts: whom the envelope names, or else whoever speaks. For an emergency no system answers,
   * and a person for nobody but themselves.
   */
  @Nullable String actorOf(Class<? extends Command> type, @Nullable String named) {
    if (type != BreakGlass.class) {
      return named == null ? actor : named;
    }
    if (person && named != null && !named.equals(actor)) {
      throw new RightRefusal(
          Right.SEND_EMERGENCIES,
          NOT_ALLOWED,
          "in actor nobody, or the person who is signed in",
          "somebody else",
          "leave actor out; whoever saw the emergency says so themselves");
    }
    return person ? actor : named;
  }

  /** The right that a sender lacks who may not send such a command. */
  Right missing() {
    return choicesOnly ? Right.SEND_COMMANDS : Right.SEND_EMERGENCIES;
  }

  /** Whether this sender may send such a command. */
  boolean maySend(Class<? extends Command> type) {
    if (type == BreakGlass.class) {
      return emergencies;
    }
    return !choicesOnly
        || SharingCommand.class.isAssignableFrom(type)
        || LookCommand.class.isAssignableFrom(type);
  }
}
