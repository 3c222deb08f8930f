package org.icsregistry.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of the repository; YAML comes back with its anchors and merges resolved. */
final class DeploymentFiles {

  static final Path ROOT = root();

  private static final JsonMapper JSON = JsonMapper.shared();

  private DeploymentFiles() {}

  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the file " + path + " in the repository", e);
    }
  }

  static JsonNode yaml(String path) {
    var loader = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<String, Object> content = loader.load(text(path));
    return JSON.valueToTree(content);
  }

  static JsonNode json(String path) {
    return JSON.readTree(text(path));
  }

  static Stream<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString);
  }

  /** First column of {@code deploy/metrics.csv}. */
  static List<String> listedMetrics() {
    return text("deploy/metrics.csv").lines().skip(1).map(line -> line.split(",", 2)[0]).toList();
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docker-compose.yml"))) {
      here = here.getParent();
      if (here == null) {
        throw new IllegalStateException(
            "Expected docker-compose.yml in a directory above " + Path.of("").toAbsolutePath());
      }
    }
    return here;
  }
}
