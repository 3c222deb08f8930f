package org.icsregistry.contracts.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events as CloudEvents 1.0 JSON, written once, when they are appended. These bytes are the row,
 * the Kafka record and the leaf; nothing ever writes them again.
 */
public final class EventCodec {

  /**
   * An entry of the log is at most this long, because tiles carry a 16-bit length (C2SP
   * tlog-tiles).
   */
  public static final int MAX_ENTRY_BYTES = 65_535;

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private EventCodec() {}

  /** The payload alone, so that the costly part can be done before the log's lock is held. */
  public static byte[] payload(Event event) {
    return Json.MAPPER.writeValueAsBytes(event);
  }

  /** The whole entry around an already written payload. */
  public static byte[] encode(RecordedEvent event, byte[] payload) {
    var type = MessageTypes.nameOf(event.data().getClass());
    var out = new ByteArrayOutputStream(payload.length + 512);
    try (var json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("specversion", "1.0");
      json.writeStringProperty("id", event.id());
      json.writeStringProperty("type", type);
      json.writeStringProperty("source", Source.of(event.org()));
      json.writeStringProperty("subject", event.subject());
      json.writeStringProperty("time", MICROSECONDS.format(event.recordedAt()));
      json.writeStringProperty("datacontenttype", "application/json");
      json.writeStringProperty("dataschema", "urn:ics-registry:schema:" + type);
      // CloudEvents integers have 32 bits, so the index is a string.
      json.writeStringProperty("logindex", Long.toString(event.logIndex()));
      optional(json, "actor", event.actor());
      optional(json, "correlationid", event.correlationId());
      json.writeStringProperty("causationid", event.causationId());
      json.writeName("data");
      json.writeRawValue(new String(payload, StandardCharsets.UTF_8));
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void optional(
      tools.jackson.core.JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  /** Reads an entry; fails with a named exception on a type that this release does not know. */
  public static RecordedEvent decode(byte[] entry) {
    var node = Json.MAPPER.readTree(entry);
    var type = text(node, "type");
    var known = MessageTypes.event(type).orElseThrow(() -> new UnknownEventTypeException(type));
    return new RecordedEvent(
        Long.parseLong(text(node, "logindex")),
        text(node, "id"),
        Source.organisation(text(node, "source")),
        text(node, "subject"),
        Instant.parse(text(node, "time")),
        optionalText(node, "actor"),
        optionalText(node, "correlationid"),
        text(node, "causationid"),
        Json.MAPPER.treeToValue(node.get("data"), known));
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }

  private static @Nullable String optionalText(JsonNode node, String name) {
    var value = node.get(name);
    return value == null ? null : value.stringValue();
  }
}
