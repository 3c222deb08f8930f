package org.icsregistry.contracts.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.icsregistry.contracts.fixtures.Arbitrary;
import org.icsregistry.contracts.fixtures.Entries;
import org.icsregistry.contracts.fixtures.Property;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.MessageTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

  @Test
  void decode_givesWhatWasEncoded() {
    Property.forAll(
        2000,
        random -> {
          var entry = entry(random);
          assertThat(EventCodec.decode(bytes(entry))).isEqualTo(entry);
        });
  }

  @Test
  void encode_keepsTheClockToTheMicrosecond() {
    var entry = Entries.of(CheckRecorded.class, Extent.REQUIRED);
    var precise =
        new RecordedEvent(
            1,
            entry.id(),
            entry.org(),
            entry.subject(),
            Instant.parse("2026-03-02T09:30:00.123456789Z"),
            null,
            null,
            entry.causationId(),
            entry.data());
    assertThat(EventCodec.decode(bytes(precise)).recordedAt())
        .isEqualTo(Instant.parse("2026-03-02T09:30:00.123456Z"));
  }

  @Test
  void decode_failsByName_whenBytesAreRandom() {
    Property.forAll(
        3000,
        random -> {
          var bytes = new byte[random.nextInt(200)];
          random.nextBytes(bytes);
          decodeOrFailByName(bytes);
        });
  }

  @Test
  void decode_failsByName_whenAnEntryIsDamaged() {
    Property.forAll(5000, random -> decodeOrFailByName(damaged(bytes(entry(random)), random)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"type", "source", "subject", "id", "time", "logindex", "causationid", "data"})
  void decode_refuses_whenAnAttributeIsMissing(String attribute) {
    var node = node();
    node.remove(attribute);
    refused(node);
    node.putNull(attribute);
    refused(node);
    node.putObject(attribute);
    refused(node);
  }

  @Test
  void decode_refuses_whenAnAttributeHasAnotherForm() {
    refused(node().put("logindex", "-1"));
    refused(node().put("logindex", "one"));
    refused(node().put("logindex", 1));
    refused(node().put("time", "2026-03-02"));
    refused(node().put("source", "https://example.org"));
    refused(node().put("source", "urn:org:"));
    refused(node().put("data", "text"));
  }

  @Test
  void decode_refuses_whenDataLacksWhatItsTypePromises() {
    for (var name : List.of("checkId", "check", "issuer", "issuerCategory", "completedOn")) {
      var without = node();
      ((ObjectNode) without.required("data")).remove(name);
      refused(without);
      var withNull = node();
      ((ObjectNode) withNull.required("data")).putNull(name);
      refused(withNull);
    }
    var unknownCode = node();
    ((ObjectNode) unknownCode.required("data")).put("check", "HOROSCOPE");
    refused(unknownCode);
    var codeByNumber = node();
    ((ObjectNode) codeByNumber.required("data")).put("check", 1);
    refused(codeByNumber);
  }

  @Test
  void decode_namesTheType_whenThisReleaseDoesNotKnowIt() {
    var later = Json.MAPPER.writeValueAsBytes(node().put("type", "CheckRecorded.v9"));
    assertThatThrownBy(() -> EventCodec.decode(later))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageContaining("CheckRecorded.v9");
  }

  @Test
  void mapper_failsByName_whenBytesAreRandom() {
    Property.forAll(
        3000,
        random -> {
          var entry = random.nextBoolean() ? bytes(entry(random)) : new byte[random.nextInt(100)];
          var damaged = damaged(entry, random);
          try {
            Json.MAPPER.readTree(damaged);
            Json.MAPPER.readValue(damaged, CheckRecorded.class);
          } catch (JacksonException e) {
            assertThat(e).isNotNull();
          }
        });
  }

  @Test
  void mapper_refuses_whenJsonIsHostile() {
    for (var text :
        List.of(
            "{\"a\":1,\"a\":2}", "{} {}", "[".repeat(33) + "]".repeat(33), "NaN", "{a:1}", "")) {
      assertThatThrownBy(() -> Json.MAPPER.readValue(text, ObjectNode.class))
          .as(text)
          .isInstanceOf(JacksonException.class);
    }
  }

  private static void refused(ObjectNode node) {
    var bytes = Json.MAPPER.writeValueAsBytes(node);
    assertThatThrownBy(() -> EventCodec.decode(bytes))
        .as("%s", node)
        .isInstanceOf(MalformedEntryException.class);
  }

  private static ObjectNode node() {
    return (ObjectNode) Json.MAPPER.readTree(bytes(Entries.of(CheckRecorded.class, Extent.FULL)));
  }

  private static RecordedEvent entry(Random random) {
    var any = new Arbitrary(random);
    var type = any.oneOf(List.copyOf(MessageTypes.EVENTS.values()));
    return new RecordedEvent(
        random.nextLong(Long.MAX_VALUE),
        any.text(),
        "RBV",
        any.text(),
        Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000) * 1000L),
        any.chance(50) ? any.text() : null,
        any.chance(50) ? any.text() : null,
        any.text(),
        any.record(type));
  }

  private static byte[] bytes(RecordedEvent entry) {
    return EventCodec.encode(entry, EventCodec.payload(entry.data()));
  }

  private static byte[] damaged(byte[] entry, Random random) {
    var text = new StringBuilder(new String(entry, StandardCharsets.ISO_8859_1));
    for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, end);
        case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
        default -> text.setLength(at);
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void decodeOrFailByName(byte[] bytes) {
    try {
      assertThat(EventCodec.decode(bytes).data()).isNotNull();
    } catch (MalformedEntryException | UnknownEventTypeException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
