package org.icsregistry.auditor.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.finding.CheckpointFinding.TileAltered;
import org.icsregistry.auditor.finding.CheckpointFinding.TileUnreadable;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.log.tile.HashTile;
import org.icsregistry.log.tile.HashTilePath;

/** Compares the tiles above the leaves with what the tiles below them make. */
final class UpperTiles {
  private final TiledSource source;
  private final List<Finding> findings = new ArrayList<>();

  UpperTiles(TiledSource source) {
    this.source = source;
  }

  /** A tile as the entries below make it. */
  void compare(HashTilePath path, HashTile made) {
    if (path.level() == 0) {
      return;
    }
    Optional<byte[]> served = source.tile(path);
    if (served.isEmpty() || served.get().length != made.bytes().length) {
      findings.add(
          new TileUnreadable(source.name(), path.text(), "no file, or one of another length"));
      return;
    }
    HashTile tile = HashTile.parse(path, served.get());
    for (int place = 0; place < path.width(); place++) {
      if (!Arrays.equals(tile.hash(place), made.hash(place))) {
        findings.add(
            new TileAltered(
                source.name(),
                path.text(),
                place,
                "that the entries make another hash there, which leads to the signed root"));
      }
    }
  }

  List<Finding> findings() {
    return findings;
  }
}
