package org.icsregistry.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Whole directory trees. */
public final class Directories {

  private Directories() {}

  /** Deletes a directory and all it holds; symbolic links are removed, not followed. */
  public static void delete(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (var entries = Files.walk(tree)) {
      deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : deepestFirst) {
      Files.delete(entry);
    }
  }
}
