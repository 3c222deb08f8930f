package org.icsregistry.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to use a directory. The operating system releases it when the process
 * dies, however it dies, so whoever holds it knows that what a predecessor left behind has no
 * living owner.
 */
public final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks {@code directory}, which is created if it does not exist.
   *
   * @throws IllegalStateException if another process, or another part of this one, holds the lock
   */
  public static DirectoryLock acquire(Path directory) {
    Path file = directory.resolve("lock");
    try {
      Files.createDirectories(directory);
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String owner = Files.readString(file).strip();
        channel.close();
        throw new IllegalStateException(
            "%s is in use by process %s. Stop that process or choose another directory."
                .formatted(directory, owner.isEmpty() ? "(unknown)" : owner));
      }
      channel.truncate(0);
      var pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + directory, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable Object lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release a directory lock", e);
    }
  }
}
