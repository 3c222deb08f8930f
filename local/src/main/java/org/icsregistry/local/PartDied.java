package org.icsregistry.local;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.stream.Collectors;

/** A part ended although nobody stopped it. */
record PartDied(Part part, String how) {

  private static final int LINES = 25;

  /** What happened, and the last lines the part wrote. */
  String report() {
    return "%s ended unexpectedly (%s). The last lines of %s:%n%s"
        .formatted(part.name(), how, part.log(), tail(part.log()));
  }

  static String tail(Path log) {
    // Latin-1 reads any bytes, and a log may end in the middle of a character.
    Charset anyBytes = StandardCharsets.ISO_8859_1;
    var last = new ArrayDeque<String>();
    try (var lines = Files.lines(log, anyBytes)) {
      lines.forEach(line -> {
        last.add(line);
        if (last.size() > LINES) {
          last.remove();
        }
      });
    } catch (IOException e) {
      return "  (it cannot be read: %s)".formatted(e.getMessage());
    }
    return last.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }
}
