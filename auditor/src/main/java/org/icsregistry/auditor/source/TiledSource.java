package org.icsregistry.auditor.source;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.icsregistry.log.tile.EntryBundlePath;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TilePath;
import org.icsregistry.log.tree.Rfc6962;

/** A log as files: C2SP tlog-tiles. */
public final class TiledSource implements LogSource {
  /** Where the newest checkpoint is. */
  public static final String CHECKPOINT = "checkpoint";

  /** Where an exported folder keeps all checkpoints: lines of JSON with a note each. */
  public static final String CHECKPOINTS = "checkpoints.jsonl";

  private final FileStore store;

  private TiledSource(FileStore store) {
    this.store = store;
  }

  /** A log over HTTP; the address is the prefix of the log, such as {@code http://host/log}. */
  public static TiledSource http(URI prefix, Credentials credentials) {
    return new TiledSource(new HttpStore(prefix.toString(), credentials));
  }

  /** A log in a folder, as {@code export} makes it. */
  public static TiledSource folder(Path folder) {
    return new TiledSource(new FolderStore(folder));
  }

  @Override
  public String name() {
    return store.name();
  }

  /** The newest checkpoint, as bytes; empty if nothing has been signed yet. */
  public Optional<byte[]> checkpoint() {
    return store.read(CHECKPOINT);
  }

  @Override
  public void eachCheckpoint(Consumer<byte[]> note) {
    store.eachOlderCheckpoint(note);
    checkpoint().ifPresent(note);
  }

  @Override
  public EntryFlow entries(long from, long end) {
    return new BundleFlow(this, from, end);
  }

  /** The bytes of a tile of hashes; empty if the source has none there. */
  public Optional<byte[]> tile(HashTilePath path) {
    int length = Rfc6962.HASH_BYTES * path.width();
    return store
        .read(path.text())
        .or(() ->
            full(new HashTilePath(path.level(), path.index(), TilePath.FULL_WIDTH), path)
                .map(bytes -> Arrays.copyOf(bytes, Math.min(bytes.length, length))));
  }

  /** The entries of a bundle, be they too few or too many; none if there is no bundle there. */
  List<byte[]> bundle(EntryBundlePath path) {
    return store
        .read(path.text())
        .map(TiledSource::split)
        .or(() ->
            full(new EntryBundlePath(path.index(), TilePath.FULL_WIDTH), path)
                .map(bytes -> split(bytes).stream().limit(path.width()).toList()))
        .orElse(List.of());
  }

  /** The full file that may have replaced a partial one (C2SP tlog-tiles, Pruning). */
  private Optional<byte[]> full(TilePath full, TilePath partial) {
    return full.equals(partial) ? Optional.empty() : store.read(full.text());
  }

  /** C2SP tlog-tiles, Log entries: two bytes of length before each entry. */
  private static List<byte[]> split(byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    List<byte[]> entries = new ArrayList<>();
    while (rest.remaining() >= Short.BYTES) {
      byte[] entry = new byte[Math.min(Short.toUnsignedInt(rest.getShort()), rest.remaining())];
      rest.get(entry);
      entries.add(entry);
    }
    if (rest.hasRemaining()) {
      entries.add(new byte[] {rest.get()});
    }
    return entries;
  }
}
