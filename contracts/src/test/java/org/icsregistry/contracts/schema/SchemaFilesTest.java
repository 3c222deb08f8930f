package org.icsregistry.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.contracts.message.MessageTypes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The committed schemas are what the records say. Run with {@code -Dschemas.write=true} to write
 * them anew.
 */
class SchemaFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/schemas");

  private final SchemaWriter writer = new SchemaWriter();

  @TestFactory
  Stream<DynamicTest> committedSchemaIsWhatTheRecordSays() {
    var tests = new ArrayList<DynamicTest>();
    tests.addAll(tests("commands", MessageTypes.COMMANDS));
    tests.addAll(tests("events", MessageTypes.EVENTS));
    return tests.stream();
  }

  @Test
  void noSchemaIsLeftOverFromATypeThatIsGone() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      var names = files.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      MessageTypes.COMMANDS.keySet().stream(),
                      MessageTypes.EVENTS.keySet().stream())
                  .map(n -> n + ".json")
                  .toList());
    }
  }

  private <T> List<DynamicTest> tests(String kind, Map<String, Class<? extends T>> types) {
    return types.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(kind, e.getKey(), e.getValue())))
        .toList();
  }

  private void check(String kind, String name, Class<?> message) throws IOException {
    var file = FOLDER.resolve(kind).resolve(name + ".json");
    var schema = writer.schema(message);
    if (Boolean.getBoolean("schemas.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, schema);
    }
    assertThat(file).as("-Dschemas.write=true writes it anew").content().isEqualTo(schema);
  }
}
