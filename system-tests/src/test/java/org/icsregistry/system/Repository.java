package org.icsregistry.system;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are, from wherever a test runs. */
final class Repository {

  private Repository() {}

  static Path root() {
    for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
      if (Files.exists(directory.resolve("docker-compose.yml"))) {
        return directory;
      }
    }
    throw new IllegalStateException("Run the tests within the project's folder");
  }
}
