package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there, whole, after a power cut: flushed, renamed, and the rename flushed too. */
final class Durable {

  private Durable() {}

  /** Replaces a file as a whole; its draft beside it is left over if the process dies here. */
  static void replace(Path file, byte[] content) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".draft");
    write(draft, content);
    move(draft, file);
  }

  static void write(Path file, String content) throws IOException {
    write(file, content.getBytes(UTF_8));
  }

  static void move(Path draft, Path file) throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    var directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      flush(directory);
    }
  }

  /** A directory is opened for reading only, which Linux and macOS allow for flushing it. */
  static void flush(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
