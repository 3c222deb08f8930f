package org.icsregistry.registry.intake;

import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.LookCommand;
import org.icsregistry.contracts.message.LookCommand.BreakGlass;
import org.icsregistry.contracts.message.SharingCommand;
import org.icsregistry.kit.access.Right;
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

  /** Who acts where the envelope names nobody. For an emergency no system answers. */
  @Nullable String actorOf(Class<? extends Command> type) {
    return type == BreakGlass.class && !person ? null : actor;
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
