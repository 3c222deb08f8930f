package org.icsregistry.contracts.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.MessageTypes;
import org.junit.jupiter.api.Test;

class ApprovedFilesTest {

  @Test
  void everyTypeHasItsTwoFiles_andNoFileIsLeftOver() throws IOException {
    try (var files = Files.walk(ApprovedFile.FOLDER)) {
      var names =
          files
              .filter(Files::isRegularFile)
              .map(f -> ApprovedFile.FOLDER.relativize(f).toString().replace('\\', '/'))
              .toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      names("events", MessageTypes.EVENTS),
                      names("commands", MessageTypes.COMMANDS))
                  .toList());
    }
  }

  private static Stream<String> names(String kind, Map<String, ?> types) {
    return types.keySet().stream()
        .flatMap(type ->
            Stream.of(Extent.values()).map(extent -> new ApprovedFile(kind, type, extent).name()));
  }
}
