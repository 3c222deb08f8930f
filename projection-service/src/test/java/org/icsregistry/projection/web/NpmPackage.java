package org.icsregistry.projection.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A package of the npm registry, unpacked below {@code target} once. */
final class NpmPackage {

  private static final Path HOME = Path.of("target", "npm").toAbsolutePath();

  private NpmPackage() {}

  /** The folder that holds {@code package/}. */
  static Path folder(String name, String version) {
    var folder = HOME.resolve(name + "-" + version);
    try {
      if (!Files.exists(folder.resolve("package").resolve("package.json"))) {
        Files.createDirectories(folder);
        run(folder, "npm", "pack", "--silent", "--prefer-offline", name + "@" + version);
        run(folder, "tar", "xzf", name + "-" + version + ".tgz");
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + name + "; are npm and tar installed?", e);
    }
  }

  private static void run(Path folder, String... command) throws IOException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + output);
    }
  }
}
