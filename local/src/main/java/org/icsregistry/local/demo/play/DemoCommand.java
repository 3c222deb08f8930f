package org.icsregistry.local.demo.play;

import java.util.Arrays;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.MessageTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command as it goes out.
 *
 * @param organisation code of the organisation that sends it
 * @param id the sender's own id for it
 * @param subject whom or what it is about; commands about one subject stay in their order
 * @param body the CloudEvents document, personal values in clear; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is below; a copy would only cost
public record DemoCommand(
    String organisation, String id, String type, String subject, byte[] body) {

  /**
   * A command without personal values.
   *
   * @param actor pseudonym of the person who acts
   * @param correlation ties the steps of one matter together
   */
  public static DemoCommand of(
      String organisation,
      String id,
      String subject,
      @Nullable String actor,
      @Nullable String correlation,
      Command command) {
    return of(
        organisation,
        id,
        subject,
        actor,
        correlation,
        command.getClass(),
        Json.MAPPER.valueToTree(command));
  }

  /** A command whose personal values stand in {@code data} in clear. */
  public static DemoCommand of(
      String organisation,
      String id,
      String subject,
      @Nullable String actor,
      @Nullable String correlation,
      Class<? extends Command> type,
      JsonNode data) {
    var envelope = Json.MAPPER.createObjectNode();
    envelope.put("specversion", "1.0");
    envelope.put("id", id);
    envelope.put("type", MessageTypes.nameOf(type));
    envelope.put("source", Source.of(organisation));
    envelope.put("subject", subject);
    put(envelope, "actor", actor);
    put(envelope, "correlationid", correlation);
    envelope.set("data", data);
    return of(envelope);
  }

  /** A command from its document. */
  public static DemoCommand of(JsonNode envelope) {
    return new DemoCommand(
        Source.organisation(text(envelope, "source")),
        text(envelope, "id"),
        text(envelope, "type"),
        text(envelope, "subject"),
        Json.MAPPER.writeValueAsBytes(envelope));
  }

  private static String text(JsonNode envelope, String name) {
    return envelope.required(name).stringValue();
  }

  private static void put(ObjectNode envelope, String name, @Nullable String value) {
    if (value != null) {
      envelope.put(name, value);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DemoCommand that
        && organisation.equals(that.organisation)
        && id.equals(that.id)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Without the body, which holds personal values. */
  @Override
  public String toString() {
    return type + " " + id + " of " + organisation;
  }
}
