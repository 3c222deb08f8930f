package org.icsregistry.auditor.verify;

import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.log.tile.TileReader;

/** Tiles for proofs. */
public final class Tiles {
  private Tiles() {}

  /** Reads tiles of a source; a missing one ends the command. */
  public static TileReader reader(TiledSource source) {
    return path ->
        source
            .tile(path)
            .orElseThrow(() ->
                new SourceException(
                    "Expected a tile at %s, got none; `verify` says more".formatted(path.text())));
  }
}
