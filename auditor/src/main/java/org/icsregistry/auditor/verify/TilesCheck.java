package org.icsregistry.auditor.verify;

import java.util.List;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.tiling.TileBuilder;

/** The history that the tiles tell: their leaves make a root, and the tiles above them. */
final class TilesCheck {
  private final LeafTiles leaves;
  private final Track track;
  private final UpperTiles upper;
  private final TileBuilder builder;
  private boolean builds;
  private long position;

  /**
   * @param from where reading begins; the tiles above are compared only from the beginning
   */
  TilesCheck(TiledSource source, LeafTiles leaves, Track track, long from) {
    this.leaves = leaves;
    this.track = track;
    this.position = from;
    this.builds = from == 0;
    this.upper = new UpperTiles(source);
    this.builder = new TileBuilder(upper::compare);
  }

  void advance(long to) {
    for (; position < to; position++) {
      byte[] hash = leaves.hash(position);
      if (hash == null) {
        track.broken();
        builds = false;
      } else {
        track.leaf(hash);
        if (builds) {
          builder.leaf(hash);
        }
      }
    }
  }

  void finish(long end) {
    advance(end);
    if (builds) {
      builder.finish();
    }
  }

  List<Finding> findings() {
    return upper.findings();
  }
}
