package org.icsregistry.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.MessageTypes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every command's schema refuses what is wrong, one defect at a time. */
class CommandSchemaTest {

  @TestFactory
  Stream<DynamicTest> schema_refuses() {
    return MessageTypes.COMMANDS.keySet().stream()
        .flatMap(type ->
            Stream.concat(
                    Defects.of(approved(type, "full")), Defects.missing(approved(type, "required")))
                .map(defect ->
                    DynamicTest.dynamicTest(
                        type + ": " + defect.name(), () -> refuses(type, defect.data()))));
  }

  @TestFactory
  Stream<DynamicTest> schema_refusesWhatIsNoObject() {
    return MessageTypes.COMMANDS.keySet().stream()
        .map(type ->
            DynamicTest.dynamicTest(
                type,
                () -> {
                  for (var json : new String[] {"null", "[]", "\"text\"", "1"}) {
                    refuses(type, Json.MAPPER.readTree(json));
                  }
                }));
  }

  @Test
  void schema_refusesWhatACertificateDisclosed() {
    for (var field :
        new String[] {"convictions", "certificateNumber", "statusText", "policeInformation"}) {
      var data = (ObjectNode) approved("RecordCheck.v1", "full");
      ((ObjectNode) data.required("finding")).put(field, "text");
      refuses("RecordCheck.v1", data);
    }
  }

  @Test
  void schema_refusesTextThatADatabaseCannotHold() {
    for (var text : new String[] {"ab\u0000", "ab\ncd", "ab\ud800"}) {
      refuses(
          "RegisterPartner.v1",
          ((ObjectNode) approved("RegisterPartner.v1", "full")).put("name", text));
    }
    accepts(
        "RegisterPartner.v1",
        ((ObjectNode) approved("RegisterPartner.v1", "full")).put("name", "Age UK – Sálford 😀"));
  }

  @Test
  void schema_knowsOrganisationsOfEachRegister() {
    for (var code : new String[] {"RBV", "T6Y0W", "A81001", "GB-CHC-1140351", "GB-COH-0A123456"}) {
      accepts("RequestCheck.v1", requestAt(code));
    }
    for (var code : new String[] {"RB", "rbv", "GB-CHC-1", "GB-COH-123", "RBV ", "RBV\n", "XI-1"}) {
      refuses("RequestCheck.v1", requestAt(code));
    }
  }

  private static JsonNode requestAt(String partner) {
    return ((ObjectNode) approved("RequestCheck.v1", "full")).put("partner", partner);
  }

  private static void refuses(String type, JsonNode data) {
    assertThat(Schemas.validate(type, data)).as("%s", data).isNotEmpty();
  }

  private static void accepts(String type, JsonNode data) {
    assertThat(Schemas.validate(type, data)).as("%s", data).isEmpty();
  }

  private static JsonNode approved(String type, String extent) {
    try {
      return Json.MAPPER.readTree(
          Files.readAllBytes(
              Path.of("src/test/resources/approved/commands", type + "." + extent + ".json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
