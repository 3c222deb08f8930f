package org.icsregistry.contracts.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.icsregistry.contracts.fixtures.Samples.Extent;

/**
 * A file that shows for ever how a message of one version is written. A change of it is a new
 * version of the message, unless nobody has used it yet: {@code -Dapproved.write=true} writes all
 * anew.
 */
record ApprovedFile(String kind, String type, Extent extent) {

  static final Path FOLDER = Path.of("src/test/resources/approved");

  String name() {
    return kind + "/" + type + "." + extent.name().toLowerCase(Locale.ROOT) + ".json";
  }

  /** Writes the file where that was asked for. */
  void approve(byte[] written) {
    if (!Boolean.getBoolean("approved.write")) {
      return;
    }
    try {
      Files.createDirectories(FOLDER.resolve(kind));
      Files.write(FOLDER.resolve(name()), written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void isExactly(byte[] written) {
    assertThat(new String(written, StandardCharsets.UTF_8))
        .as("%s is how %s is written", name(), type)
        .isEqualTo(new String(bytes(), StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    try {
      assertThat(FOLDER.resolve(name())).as("approved file of %s", type).exists();
      return Files.readAllBytes(FOLDER.resolve(name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
