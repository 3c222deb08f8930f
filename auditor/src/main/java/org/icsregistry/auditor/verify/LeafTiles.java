package org.icsregistry.auditor.verify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.source.Ahead;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TilePath;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;

/** The leaf hashes as the tiles have them, read once and in order; the last few tiles are kept. */
final class LeafTiles implements AutoCloseable {
  private static final int KEPT = 128;

  /** A tile without bytes could not be used. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Read(long index, byte @Nullable [] bytes) {}

  private final TiledSource source;
  private final long size;
  private final Consumer<Finding> findings;
  private final Ahead<Read> inOrder;
  private final Map<Long, Read> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Read> eldest) {
          return size() > KEPT;
        }
      };
  private long nextInOrder;

  LeafTiles(TiledSource source, long from, long size, Consumer<Finding> findings) {
    this.source = source;
    this.size = size;
    this.findings = findings;
    this.nextInOrder = from / TilePath.FULL_WIDTH;
    this.inOrder =
        new Ahead<>(
            LongStream.range(nextInOrder, (size + TilePath.FULL_WIDTH - 1) / TilePath.FULL_WIDTH)
                .<Callable<Read>>mapToObj(index -> () -> read(index))
                .iterator());
  }

  /** The leaf hash of an index below the size; null if there is no usable tile for it. */
  byte @Nullable [] hash(long index) {
    byte[] tile = tile(index / TilePath.FULL_WIDTH).bytes();
    int at = (int) (index % TilePath.FULL_WIDTH) * Rfc6962.HASH_BYTES;
    return tile == null ? null : Arrays.copyOfRange(tile, at, at + Rfc6962.HASH_BYTES);
  }

  private Read tile(long index) {
    while (!kept.containsKey(index) && nextInOrder <= index) {
      Read read = inOrder.next().orElseThrow();
      nextInOrder++;
      kept.put(read.index(), checked(read));
    }
    return kept.computeIfAbsent(index, this::read);
  }

  private Read read(long index) {
    HashTilePath path = HashTilePath.inTree(0, index, size);
    byte[] bytes = source.tile(path).orElse(null);
    boolean usable = bytes != null && bytes.length == path.width() * Rfc6962.HASH_BYTES;
    return new Read(index, usable ? bytes : null);
  }

  private Read checked(Read read) {
    if (read.bytes() == null) {
      findings.accept(
          new CheckpointFinding.TileUnreadable(
              source.name(),
              HashTilePath.inTree(0, read.index(), size).text(),
              "no file, or one of another length"));
    }
    return read;
  }

  @Override
  public void close() {
    inOrder.close();
  }
}
