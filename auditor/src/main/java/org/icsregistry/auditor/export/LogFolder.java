package org.icsregistry.auditor.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.terminal.LocalFiles;
import org.icsregistry.auditor.tiling.TileBuilder;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.tile.EntryBundle;
import org.icsregistry.log.tile.EntryBundlePath;
import org.icsregistry.log.tile.HashTile;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TilePath;
import org.icsregistry.log.tree.Rfc6962;

/**
 * Writes a log as files that any web server can serve (C2SP tlog-tiles). The checkpoint comes last,
 * so that a folder with a checkpoint is complete.
 */
public final class LogFolder implements AutoCloseable {
  private final Path folder;
  private final TileBuilder tiles = new TileBuilder(this::write);
  private final List<byte[]> bundle = new ArrayList<>(TilePath.FULL_WIDTH);
  private final BufferedWriter checkpoints;
  private long bundles;

  /**
   * @param folder an empty or a new one
   */
  public LogFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.checkpoints = Files.newBufferedWriter(folder.resolve(TiledSource.CHECKPOINTS));
  }

  /** The next entry. */
  public void entry(byte[] entry) {
    bundle.add(entry);
    tiles.leaf(Rfc6962.leafHash(entry));
    if (bundle.size() == TilePath.FULL_WIDTH) {
      writeBundle();
    }
  }

  /** A checkpoint besides the newest one. */
  public void olderCheckpoint(byte[] note) {
    try {
      checkpoints.write(Json.MAPPER.writeValueAsString(Map.of("note", new String(note, UTF_8))));
      checkpoints.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries were handed over; this checkpoint covers exactly them. */
  public void finish(SignedCheckpoint newest) throws IOException {
    if (!bundle.isEmpty()) {
      writeBundle();
    }
    tiles.finish();
    checkpoints.close();
    LocalFiles.write(folder.resolve(TiledSource.CHECKPOINT), newest.bytes());
  }

  @Override
  public void close() throws IOException {
    checkpoints.close();
  }

  private void writeBundle() {
    write(new EntryBundlePath(bundles++, bundle.size()), new EntryBundle(bundle).bytes());
    bundle.clear();
  }

  private void write(HashTilePath path, HashTile tile) {
    write(path, tile.bytes());
  }

  private void write(TilePath path, byte[] bytes) {
    try {
      Path file = folder.resolve(path.text());
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
