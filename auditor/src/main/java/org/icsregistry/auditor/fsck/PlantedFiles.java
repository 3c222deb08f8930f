package org.icsregistry.auditor.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.icsregistry.auditor.source.SourceException;

/** Log files, stores of mail, exports: every file under some directories, packed or not. */
final class PlantedFiles {

  private static final int AT_ONCE = 1 << 20;

  private final PlantedScan scan;

  PlantedFiles(PlantedScan scan) {
    this.scan = scan;
  }

  void read(List<Path> places) {
    for (var place : places) {
      try (var files = Files.walk(place)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          read(file);
        }
      } catch (IOException e) {
        throw new SourceException("Expected to read every file under " + place + ", got " + e, e);
      }
    }
  }

  private void read(Path file) throws IOException {
    scan.look("name of " + file.getParent(), file.getFileName().toString().getBytes(UTF_8));
    try (var in = open(file)) {
      var carried = new byte[0];
      while (true) {
        var next = in.readNBytes(AT_ONCE);
        if (next.length == 0) {
          return;
        }
        var part = Arrays.copyOf(carried, carried.length + next.length);
        System.arraycopy(next, 0, part, carried.length, next.length);
        scan.look("file " + file, part);
        carried = Arrays.copyOfRange(part, Math.max(0, part.length - scan.longest()), part.length);
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    var in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
