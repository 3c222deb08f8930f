package org.icsregistry.auditor.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * Reads events as {@link EventCodec} does, in one pass and without a tree between, because
 * verification reads every event there is. Whatever is not as the registry writes it, is left to
 * the codec, which decides.
 */
final class EventReader {
  private static final String SIGNATURE = "evidence";
  private static final int MOST_INDEX_DIGITS = 18;

  private static final Map<String, ObjectReader> READERS =
      MessageTypes.EVENTS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(Map.Entry::getKey, type -> reader(type.getValue())));

  /** After the data comes the end of the entry, which the mapper would take for trailing tokens. */
  private static ObjectReader reader(Class<? extends Event> type) {
    return Json.MAPPER.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** The moment of the batch before, which is nearly always the one asked for. */
  private record Stamp(String text, Instant at) {}

  private static volatile Stamp last = new Stamp("", Instant.EPOCH);

  private EventReader() {}

  /**
   * @throws org.icsregistry.contracts.envelope.UnknownEventTypeException when this release does not
   *     know its type
   * @throws org.icsregistry.contracts.envelope.MalformedEntryException when it is no entry of the
   *     log
   */
  static RecordedEvent read(byte[] entry) {
    return asWritten(entry).orElseGet(() -> EventCodec.decode(entry));
  }

  private static Optional<RecordedEvent> asWritten(byte[] entry) {
    Map<String, String> attributes = HashMap.newHashMap(16);
    try (JsonParser parser = Json.MAPPER.createParser(entry)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      String name = parser.nextName();
      while (name != null && !name.equals("data")) {
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
          return Optional.empty();
        }
        attributes.put(name, parser.getString());
        name = parser.nextName();
      }
      ObjectReader reader = READERS.get(attributes.getOrDefault("type", ""));
      if (name == null || reader == null || parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Event data = reader.readValue(parser);
      boolean ends = parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
      return ends ? recorded(attributes, data) : Optional.empty();
    } catch (JacksonException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<RecordedEvent> recorded(Map<String, String> attributes, Event data) {
    String org = Source.organisation(attributes.getOrDefault("source", ""));
    String index = attributes.getOrDefault("logindex", "");
    @Nullable String id = attributes.get("id");
    @Nullable String subject = attributes.get("subject");
    @Nullable String time = attributes.get("time");
    @Nullable String causation = attributes.get("causationid");
    if (id == null || subject == null || time == null || causation == null) {
      return Optional.empty();
    }
    if (org.isEmpty() || !isNumber(index) || attributes.containsKey(SIGNATURE)) {
      return Optional.empty();
    }
    return Optional.of(
        new RecordedEvent(
            Long.parseLong(index),
            id,
            org,
            subject,
            instant(time),
            attributes.get("actor"),
            attributes.get("correlationid"),
            causation,
            data));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_INDEX_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Instant instant(String text) {
    Stamp stamp = last;
    if (!stamp.text().equals(text)) {
      stamp = new Stamp(text, Instant.parse(text));
      last = stamp;
    }
    return stamp.at();
  }
}
