package org.icsregistry.system;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are, from wherever a test runs. */
final class Repository {

  private Repository() {}

  static Path root() {
    var directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docker-compose.yml"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
