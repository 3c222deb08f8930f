package org.icsregistry.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that the guide for partners shows. */
class GuideExamplesTest {

  static Stream<String> examples() throws IOException {
    var guide = Files.readString(Path.of("..", "docs", "partner-guide.md"));
    return guide.lines().filter(line -> line.startsWith("{\"type\":"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_fits_the_schema_of_its_command(String example) {
    var command = Json.MAPPER.readTree(example);

    assertThat(Schemas.validate(command.required("type").stringValue(), command.required("data")))
        .isEmpty();
  }
}
