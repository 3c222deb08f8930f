package org.icsregistry.contracts.signature;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.LeadsTo;
import org.icsregistry.contracts.sealing.Sealed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Whether an event can follow from a command; see {@link LeadsTo}. */
public final class Consequences {

  private Consequences() {}

  /**
   * The event's place among those that the command can lead to; 0 says what the command said, -1
   * that it cannot follow.
   */
  public static int place(Class<? extends Command> command, Class<? extends Event> event) {
    return List.of(command.getAnnotation(LeadsTo.class).value()).indexOf(event);
  }

  /**
   * Whether the event says what the command said, wherever both have a field of the same name and
   * it is not sealed. An absent field and one that is null are the same.
   *
   * @param data of the command
   */
  public static boolean says(Event event, Class<? extends Command> command, JsonNode data) {
    var recorded = Json.MAPPER.valueToTree(event);
    var common = open(event.getClass());
    return open(command).stream()
        .filter(common::contains)
        .allMatch(name -> SameJson.same(value(data, name), value(recorded, name)));
  }

  private static JsonNode value(JsonNode node, String name) {
    var value = node.get(name);
    return value == null ? NullNode.getInstance() : value;
  }

  private static Set<String> open(Class<?> message) {
    return Stream.of(message.getRecordComponents())
        .filter(c -> c.getType() != Sealed.class)
        .map(RecordComponent::getName)
        .collect(toUnmodifiableSet());
  }
}
