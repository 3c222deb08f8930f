package org.icsregistry.registry.store;

import static java.util.Objects.requireNonNull;

import org.axonframework.eventhandling.DomainEventMessage;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Shell;

/**
 * An event of the family that protects people, with its place in the log.
 *
 * @param subject the person's id
 */
public record RecordedErasure(long logIndex, String subject, ErasureEvent event) {

  static RecordedErasure of(DomainEventMessage<?> message) {
    var event = (ErasureEvent) message.getPayload();
    var context = (CommandContext) requireNonNull(message.getMetaData().get(Shell.CONTEXT));
    var type = MessageTypes.nameOf(event.getClass());
    return context.appended().stream()
        .filter(appended -> appended.type().equals(type))
        .map(appended -> new RecordedErasure(appended.logIndex(), context.subject(), event))
        .findFirst()
        .orElseThrow();
  }
}
