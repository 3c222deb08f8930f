package org.icsregistry.client;

import java.util.UUID;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command as it travels: CloudEvents 1.0, personal values in clear (the registry seals them on
 * intake).
 *
 * @param id chosen by the sender; the same id always gets the same answer and has effect once
 * @param type {@code RecordCheck.v1}
 * @param source {@code urn:org:<code>} of the sender's own organisation
 * @param subject person's id, organisation's code or role's id; absent to register a person under a
 *     new id
 * @param actor who acted within the organisation, as a pseudonym
 * @param correlationId ties the steps of one matter together
 * @param causationId the event or command this one follows from
 * @param data as the type's schema says
 */
public record CommandEnvelope(
    String id,
    String type,
    String source,
    @Nullable String subject,
    @Nullable String actor,
    @Nullable String correlationId,
    @Nullable String causationId,
    JsonNode data) {

  /** The same under an id of the sender's own, so that it can be sent again after a restart. */
  public CommandEnvelope withId(String own) {
    return new CommandEnvelope(own, type, source, subject, actor, correlationId, causationId, data);
  }

  public CommandEnvelope withId(UUID own) {
    return withId(own.toString());
  }

  public CommandEnvelope by(String actorPseudonym) {
    return new CommandEnvelope(
        id, type, source, subject, actorPseudonym, correlationId, causationId, data);
  }

  public CommandEnvelope correlatedWith(String correlation) {
    return new CommandEnvelope(id, type, source, subject, actor, correlation, causationId, data);
  }

  public CommandEnvelope causedBy(String causation) {
    return new CommandEnvelope(id, type, source, subject, actor, correlationId, causation, data);
  }

  /** The document to send; also the value of a record in {@code commands.<org>}. */
  public byte[] toJson() {
    return Json.MAPPER.writeValueAsBytes(toNode());
  }

  JsonNode toNode() {
    var node = Json.MAPPER.createObjectNode();
    node.put("specversion", "1.0").put("id", id).put("type", type).put("source", source);
    optional(node, "subject", subject);
    optional(node, "actor", actor);
    optional(node, "correlationid", correlationId);
    optional(node, "causationid", causationId);
    return node.put("datacontenttype", "application/json").set("data", data);
  }

  private static void optional(
      tools.jackson.databind.node.ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /** Without the data, which may hold personal values. */
  @Override
  public String toString() {
    return "CommandEnvelope[" + type + " " + id + "]";
  }
}
