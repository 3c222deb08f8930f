package org.icsregistry.contracts.envelope;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.Map;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.signature.CommandSignature;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * One entry of the log from its JSON. Its attributes come in the order in which {@link EventCodec}
 * writes them, so that the type is known when the data is reached.
 */
final class EntryReader {

  /** The rest of the entry follows the data. */
  private static final Map<String, ObjectReader> READERS =
      MessageTypes.EVENTS.entrySet().stream()
          .collect(
              toUnmodifiableMap(
                  Map.Entry::getKey,
                  e ->
                      Json.MAPPER
                          .readerFor(e.getValue())
                          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)));

  private final JsonParser json;
  private @Nullable String id;
  private @Nullable String type;
  private @Nullable String source;
  private @Nullable String subject;
  private @Nullable String time;
  private @Nullable String logIndex;
  private @Nullable String actor;
  private @Nullable String correlationId;
  private @Nullable String causationId;
  private @Nullable String evidence;
  private @Nullable String disclosures;
  private @Nullable Event data;

  EntryReader(JsonParser json) {
    this.json = json;
  }

  RecordedEvent read() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw malformed("an object");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      json.nextToken();
      attribute(name);
    }
    if (json.nextToken() != null) {
      throw malformed("nothing after the object");
    }
    return event();
  }

  private void attribute(String name) {
    switch (name) {
      case "id" -> id = text(name);
      case "type" -> type = text(name);
      case "source" -> source = text(name);
      case "subject" -> subject = text(name);
      case "time" -> time = text(name);
      case "logindex" -> logIndex = text(name);
      case "actor" -> actor = text(name);
      case "correlationid" -> correlationId = text(name);
      case "causationid" -> causationId = text(name);
      case "evidence" -> evidence = text(name);
      case "disclosures" -> disclosures = text(name);
      case "data" -> data = data();
      // What a later release adds.
      default -> json.skipChildren();
    }
  }

  private String text(String name) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw malformed("text as " + name);
    }
    return json.getString();
  }

  private Event data() {
    var name = required("type, before data,", type);
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw malformed("an object as data");
    }
    var reader = READERS.get(name);
    if (reader == null) {
      throw new UnknownEventTypeException(name);
    }
    return reader.readValue(json);
  }

  private RecordedEvent event() {
    var index = Long.parseLong(required("logindex", logIndex));
    var organisation = Source.organisation(required("source", source));
    if (organisation.isEmpty() || index < 0) {
      throw malformed("a source urn:org:<code> and a logindex from 0");
    }
    return new RecordedEvent(
        index,
        required("id", id),
        organisation,
        required("subject", subject),
        Instant.parse(required("time", time)),
        actor,
        correlationId,
        required("causationid", causationId),
        required("data", data),
        evidence == null ? null : new CommandSignature(evidence, disclosures));
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw malformed("the attribute " + name);
    }
    return value;
  }

  private static MalformedEntryException malformed(String expected) {
    return new MalformedEntryException("Expected " + expected + " in an entry, found none", null);
  }
}
