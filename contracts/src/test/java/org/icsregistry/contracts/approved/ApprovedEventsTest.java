package org.icsregistry.contracts.approved;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.fixtures.Entries;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.schema.Schemas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event, as a whole entry of the log, is written and read as its approved files show. */
class ApprovedEventsTest {

  static Stream<Arguments> events() {
    return MessageTypes.EVENTS.values().stream()
        .flatMap(type -> Stream.of(Extent.values()).map(extent -> Arguments.of(type, extent)));
  }

  @BeforeAll
  static void approve() {
    for (var type : MessageTypes.EVENTS.values()) {
      for (var extent : Extent.values()) {
        file(type, extent).approve(written(type, extent));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void encode_writesTheApprovedBytes(Class<? extends Event> type, Extent extent) {
    file(type, extent).isExactly(written(type, extent));
  }

  @ParameterizedTest
  @MethodSource("events")
  void decode_readsTheApprovedBytes(Class<? extends Event> type, Extent extent) {
    assertThat(EventCodec.decode(file(type, extent).bytes())).isEqualTo(Entries.of(type, extent));
  }

  @ParameterizedTest
  @MethodSource("events")
  void decode_ignoresFieldsItDoesNotKnow(Class<? extends Event> type, Extent extent) {
    var newer = LaterRelease.of(Json.MAPPER.readTree(file(type, extent).bytes()));
    assertThat(EventCodec.decode(Json.MAPPER.writeValueAsBytes(newer)))
        .isEqualTo(Entries.of(type, extent));
  }

  @ParameterizedTest
  @MethodSource("events")
  void schema_acceptsTheApprovedData(Class<? extends Event> type, Extent extent) {
    var entry = Json.MAPPER.readTree(file(type, extent).bytes());
    assertThat(entry.required("dataschema").stringValue())
        .isEqualTo("urn:ics-registry:schema:" + MessageTypes.nameOf(type));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Schemas.text(MessageTypes.nameOf(type)).orElseThrow(), InputFormat.JSON);
    assertThat(
            schema.validate(
                entry.required("data"),
                context -> context.executionConfig(c -> c.formatAssertionsEnabled(true))))
        .isEmpty();
  }

  private static byte[] written(Class<? extends Event> type, Extent extent) {
    var entry = Entries.of(type, extent);
    return EventCodec.encode(entry, EventCodec.payload(entry.data()));
  }

  private static ApprovedFile file(Class<? extends Event> type, Extent extent) {
    return new ApprovedFile("events", MessageTypes.nameOf(type), extent);
  }
}
