package org.icsregistry.log.tile;

/** Where tiles come from: HTTP, a folder, a table. */
@FunctionalInterface
public interface TileReader {
  /**
   * The bytes of the tile. Whoever has it only wider may cut it: the hashes at the beginning are
   * the same.
   */
  byte[] read(HashTilePath path);
}
