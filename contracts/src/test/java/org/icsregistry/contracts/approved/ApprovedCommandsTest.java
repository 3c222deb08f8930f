package org.icsregistry.contracts.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.fixtures.Samples;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.schema.Schemas;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data of every command is as its approved files show: personal fields in plain JSON, as a
 * partner sends them, and sealed before the record is read.
 */
class ApprovedCommandsTest {

  static Stream<Arguments> commands() {
    return MessageTypes.COMMANDS.values().stream()
        .flatMap(type -> Stream.of(Extent.values()).map(extent -> Arguments.of(type, extent)));
  }

  @BeforeAll
  static void approve() {
    for (var type : MessageTypes.COMMANDS.values()) {
      for (var extent : Extent.values()) {
        file(type, extent).approve(written(type, extent));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void data_isWrittenAsApproved(Class<? extends Command> type, Extent extent) {
    file(type, extent).isExactly(written(type, extent));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void data_isReadAsApproved(Class<? extends Command> type, Extent extent) {
    var data = sealed(type, Json.MAPPER.readTree(file(type, extent).bytes()));
    assertThat(read(data, type)).isEqualTo(Samples.of(type, extent));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void record_ignoresFieldsItDoesNotKnow(Class<? extends Command> type, Extent extent) {
    var data = sealed(type, Json.MAPPER.readTree(file(type, extent).bytes()));
    assertThat(read(LaterRelease.of(data), type)).isEqualTo(Samples.of(type, extent));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void sealedValues_areReadAsApproved(Class<? extends Command> type, Extent extent) {
    var data = Json.MAPPER.readTree(file(type, extent).bytes());
    for (var component : type.getRecordComponents()) {
      if (personal(component, extent)) {
        var inside = Samples.inside(component, extent);
        assertThat(
                Json.MAPPER.treeToValue(
                    data.required(component.getName()), (Class<?>) inside.getClass()))
            .isEqualTo(inside);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void schema_acceptsTheApprovedData(Class<? extends Command> type, Extent extent) {
    assertThat(
            Schemas.validate(
                MessageTypes.nameOf(type), Json.MAPPER.readTree(file(type, extent).bytes())))
        .isEmpty();
  }

  private static byte[] written(Class<? extends Command> type, Extent extent) {
    ObjectNode data = Json.MAPPER.valueToTree(Samples.of(type, extent));
    for (var component : type.getRecordComponents()) {
      if (personal(component, extent)) {
        data.set(component.getName(), Json.MAPPER.valueToTree(Samples.inside(component, extent)));
      }
    }
    return (Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(data) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the sample has this component, and it is sealed. */
  private static boolean personal(RecordComponent component, Extent extent) {
    return component.isAnnotationPresent(SealedAs.class)
        && (extent == Extent.FULL
            || !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  private static Command read(JsonNode data, Class<? extends Command> type) {
    return Json.MAPPER.treeToValue(data, type);
  }

  /** What the intake does before it reads the record. */
  private static JsonNode sealed(Class<? extends Command> type, JsonNode data) {
    var copy = (ObjectNode) data.deepCopy();
    for (var component : type.getRecordComponents()) {
      if (data.has(component.getName()) && component.isAnnotationPresent(SealedAs.class)) {
        copy.put(component.getName(), Samples.sealed(component.getName()).jwe());
      }
    }
    return copy;
  }

  private static ApprovedFile file(Class<? extends Command> type, Extent extent) {
    return new ApprovedFile("commands", MessageTypes.nameOf(type), extent);
  }
}
