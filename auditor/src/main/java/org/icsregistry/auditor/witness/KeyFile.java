package org.icsregistry.auditor.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.icsregistry.log.LogException;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;

/** The file of a witness's key, made when it is missing. */
final class KeyFile {

  private KeyFile() {}

  /**
   * @throws WitnessException if the file cannot be read or written, or holds the key of another
   */
  static SigningKey readOrCreate(Path file, String name, KeyType type) {
    try {
      if (!Files.exists(file)) {
        create(file, SigningKey.generate(name, type));
      }
      var key = SigningKey.parse(Files.readString(file).strip());
      if (!key.verifierKey().name().equals(name)) {
        throw new WitnessException(
            "The key in %s is named %s, not %s. Give the name of the key, or another file: one key never serves two witnesses"
                .formatted(file, key.verifierKey().name(), name));
      }
      return key;
    } catch (IOException e) {
      throw new WitnessException("The key file %s cannot be used: %s".formatted(file, e), e);
    } catch (LogException e) {
      throw new WitnessException(
          "The key file %s is no key: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static void create(Path file, SigningKey key) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("a file was expected, and this is a root directory");
    }
    Files.createDirectories(directory);
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(directory, "witness-key", null, onlyOwner);
    Durable.write(draft, key.secretText() + "\n");
    Durable.move(draft, file);
  }
}
