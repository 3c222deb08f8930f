package org.icsregistry.log.checkpoint;

import java.util.Arrays;
import java.util.List;
import org.icsregistry.log.Strict;
import org.icsregistry.log.tree.Rfc6962;

/**
 * The state of a log at one size (C2SP tlog-checkpoint, Note text).
 *
 * @param origin the log, a URL without scheme by custom
 * @param size number of entries
 * @param root root of the tree over them, 32 bytes; not copied
 * @param extensions further lines, none in this project: nobody audits them, and cosignatures with
 *     ML-DSA-44 leave them out
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is below
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
  private static final int LINES = 3;

  /**
   * @throws CheckpointException if this cannot be a checkpoint, one subclass per defect
   */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (!isLine(origin)) {
      throw new CheckpointException.MalformedOrigin();
    }
    if (size < 0) {
      throw new CheckpointException.MalformedSize();
    }
    if (root.length != Rfc6962.HASH_BYTES) {
      throw new CheckpointException.MalformedRoot();
    }
    if (!extensions.stream().allMatch(Checkpoint::isLine)) {
      throw new CheckpointException.MalformedExtension();
    }
  }

  /** A checkpoint without extensions. */
  public Checkpoint(String origin, long size, byte[] root) {
    this(origin, size, root, List.of());
  }

  /**
   * Reads the text of a note.
   *
   * @throws CheckpointException if it is not a checkpoint, one subclass per defect
   */
  public static Checkpoint parse(String text) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    // What follows the last newline is not a line and has to be nothing.
    int count = lines.size() - 1;
    if (count < LINES || !lines.getLast().isEmpty()) {
      throw new CheckpointException.MissingLine();
    }
    return new Checkpoint(
        lines.get(0),
        Strict.decimal(lines.get(1)).orElseThrow(CheckpointException.MalformedSize::new),
        Strict.base64(lines.get(2)).orElseThrow(CheckpointException.MalformedRoot::new),
        lines.subList(LINES, count));
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin)
        .append('\n')
        .append(size)
        .append('\n')
        .append(Strict.base64(root))
        .append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static boolean isLine(String line) {
    return !line.isEmpty() && line.chars().allMatch(c -> c >= ' ');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return "Checkpoint[%s, %d, %s]".formatted(origin, size, Strict.base64(root));
  }
}
