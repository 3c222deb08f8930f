package org.icsregistry.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.icsregistry.contracts.message.MessageTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The committed AsyncAPI document is what the message types say. Run with {@code
 * -Dschemas.write=true} to write it anew.
 */
class AsyncApiFileTest {

  private static final Path FILE = Path.of("src/main/resources/asyncapi.yaml");

  @BeforeAll
  static void write() throws IOException {
    if (Boolean.getBoolean("schemas.write")) {
      Files.writeString(FILE, new AsyncApiWriter().document());
    }
  }

  @Test
  void committedDocument_isWhatTheMessageTypesSay() throws IOException {
    assertThat(FILE)
        .as("-Dschemas.write=true writes it anew")
        .content()
        .isEqualTo(new AsyncApiWriter().document());
  }

  @Test
  void everyMessage_standsInItsChannel() throws IOException {
    var document = committed();
    assertThat(names(document.at("/channels/log/messages")))
        .isEqualTo(MessageTypes.EVENTS.keySet());
    assertThat(names(document.at("/channels/commands/messages")))
        .isEqualTo(MessageTypes.COMMANDS.keySet());
    assertThat(document.at("/channels").properties())
        .extracting(c -> c.getValue().required("address").stringValue())
        .containsExactly(
            "registry.log",
            "registry.checkpoints",
            "commands.{org}",
            "results.{org}",
            "feed.{org}");
  }

  @Test
  void everyReference_leadsSomewhere() throws IOException {
    var document = committed();
    assertThat(references(document))
        .isNotEmpty()
        .allSatisfy(reference -> {
          if (reference.startsWith("#")) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
          } else {
            assertThat(FILE.resolveSibling(reference)).exists();
          }
        });
  }

  private static JsonNode committed() throws IOException {
    return AsyncApiWriter.YAML.readTree(Files.readAllBytes(FILE));
  }

  private static Set<String> names(JsonNode messages) {
    return Set.copyOf(messages.propertyNames());
  }

  private static List<String> references(JsonNode node) {
    var found = new ArrayList<String>();
    if (node.has("$ref")) {
      found.add(node.required("$ref").stringValue());
    }
    node.values().forEach(n -> found.addAll(references(n)));
    return found;
  }
}
