package org.icsregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.icsregistry.engines.Directories;
import org.icsregistry.engines.DirectoryLock;

/**
 * Everything the local system keeps. A marker file tells our directories from others, so that
 * nothing else is ever written into or deleted; a lock keeps two systems from sharing one.
 */
final class DataDirectory implements AutoCloseable {

  private static final String MARKER = ".ics-volunteer-registry";
  private static final String DEMONSTRATION = "demonstration-loaded";

  private final Path root;
  private final DirectoryLock lock;

  private DataDirectory(Path root, DirectoryLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Opens or creates the directory.
   *
   * @param fresh deletes what an earlier system left there
   * @throws Refusal if the directory holds something that is not ours, or another system uses it
   */
  static DataDirectory open(Path directory, boolean fresh) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      requireOurs(root);
      Files.createDirectories(root);
      Files.writeString(root.resolve(MARKER), "Data of a local ICS Volunteer Registry.\n");
      var opened = new DataDirectory(root, lock(root));
      if (fresh) {
        opened.clear();
      }
      Files.createDirectories(opened.logs());
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the data directory " + root, e);
    }
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path kafka() {
    return root.resolve("kafka");
  }

  Path signInKey() {
    return root.resolve("sign-in").resolve("key.json");
  }

  Path processes() {
    return root.resolve("processes");
  }

  /**
   * File with the key-encryption key of registry-service: 32 random bytes in Base64, made at the
   * first start.
   */
  Path keyEncryptionKey() {
    Path file = root.resolve("keys").resolve("kek");
    PrivateFile.readOrCreate(file, DataDirectory::randomKey);
    return file;
  }

  /** File of the key with which the log signs. */
  Path logKey() {
    return root.resolve("keys").resolve("log-key");
  }

  /** File that says whom to trust: the log, its witnesses, and how many of them are enough. */
  Path policy() {
    return root.resolve("log-policy");
  }

  /** Key and state of a partner's witness. */
  Path witness(String partner) {
    return root.resolve("witnesses").resolve(partner);
  }

  boolean holdsDemonstration() {
    return Files.exists(root.resolve(DEMONSTRATION));
  }

  void noteDemonstration() {
    try {
      Files.createFile(root.resolve(DEMONSTRATION));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot note that the demonstration is loaded", e);
    }
  }

  @Override
  public void close() {
    lock.close();
  }

  @Override
  public String toString() {
    return root.toString();
  }

  private static DirectoryLock lock(Path root) {
    try {
      return DirectoryLock.acquire(root);
    } catch (IllegalStateException e) {
      throw new Refusal(
          e.getMessage() + " A second system needs its own: --data DIR --offset 100.");
    }
  }

  private static void requireOurs(Path root) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new Refusal("%s is a file; a data directory was expected.".formatted(root));
    }
    if (Files.exists(root) && !Files.exists(root.resolve(MARKER)) && !entries(root).isEmpty()) {
      throw new Refusal(
          "%s is not empty and was not made by this program (it has no %s). It is left as it is; choose another with --data."
              .formatted(root, MARKER));
    }
  }

  // The lock file stays: whoever waits for it must find the same file.
  private void clear() throws IOException {
    for (Path entry : entries(root)) {
      if (!entry.endsWith(MARKER) && !entry.endsWith("lock")) {
        Directories.delete(entry);
      }
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.toList();
    }
  }

  private static String randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
