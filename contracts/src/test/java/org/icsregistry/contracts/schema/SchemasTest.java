package org.icsregistry.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.MessageTypes;
import org.junit.jupiter.api.Test;

class SchemasTest {

  @Test
  void text_isTheSchemaOfEachType() {
    Stream.concat(MessageTypes.COMMANDS.keySet().stream(), MessageTypes.EVENTS.keySet().stream())
        .forEach(type ->
            assertThat(Json.MAPPER.readTree(Schemas.text(type).orElseThrow()).required("$id"))
                .hasToString("\"urn:ics-registry:schema:" + type + "\""));
  }

  @Test
  void text_isAbsent_whenNoSuchTypeExists() {
    assertThat(Schemas.text("RecordCheck.v0")).isEmpty();
    assertThat(Schemas.text("../asyncapi")).isEmpty();
  }

  @Test
  void validate_fails_whenTheTypeIsNoCommand() {
    var data = Json.MAPPER.createObjectNode();
    assertThatThrownBy(() -> Schemas.validate("CheckRecorded.v1", data))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CheckRecorded.v1");
  }
}
