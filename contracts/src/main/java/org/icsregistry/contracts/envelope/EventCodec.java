package org.icsregistry.contracts.envelope;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

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

  /**
   * The whole entry around an already written payload. The log's clock is written to the
   * microsecond.
   */
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
      json.writeStringProperty("time", text(event.recordedAt()));
      json.writeStringProperty("datacontenttype", "application/json");
      json.writeStringProperty("dataschema", "urn:ics-registry:schema:" + type);
      // CloudEvents integers have 32 bits, so the index is a string.
      json.writeStringProperty("logindex", Long.toString(event.logIndex()));
      optional(json, "actor", event.actor());
      optional(json, "correlationid", event.correlationId());
      json.writeStringProperty("causationid", event.causationId());
      var signature = event.signature();
      if (signature != null) {
        json.writeStringProperty("evidence", signature.evidence());
        optional(json, "disclosures", signature.disclosures());
      }
      json.writeName("data");
      json.writeRawValue("");
      json.flush();
      out.writeBytes(payload);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /** The instant of the batch before, which is nearly always the one asked for. */
  private record Stamp(Instant at, String text) {}

  private static volatile Stamp last = new Stamp(Instant.EPOCH, MICROSECONDS.format(Instant.EPOCH));

  private static String text(Instant at) {
    var stamp = last;
    if (!stamp.at.equals(at)) {
      stamp = new Stamp(at, MICROSECONDS.format(at));
      last = stamp;
    }
    return stamp.text;
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  /**
   * Reads an entry, in one pass: every reader of the log does this for every entry.
   *
   * @throws UnknownEventTypeException when this release does not know its type
   * @throws MalformedEntryException when it is no entry of the log
   */
  public static RecordedEvent decode(byte[] entry) {
    try (var json = Json.MAPPER.createParser(entry)) {
      return new EntryReader(json).read();
    } catch (JacksonException | DateTimeException | NumberFormatException e) {
      throw new MalformedEntryException(
          "Expected an entry of the log as a CloudEvent of JSON, got "
              + entry.length
              + " bytes that are none",
          e);
    }
  }
}
