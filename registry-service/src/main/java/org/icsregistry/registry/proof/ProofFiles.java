package org.icsregistry.registry.proof;

import java.util.Optional;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.log.tile.TileHashes;
import org.springframework.stereotype.Component;

/** Proofs that an entry is in the log (C2SP tlog-proof). */
@Component
public class ProofFiles {

  private final Published published;
  private final TileRoots tiles;

  ProofFiles(Published published, TileRoots tiles) {
    this.published = published;
    this.tiles = tiles;
  }

  /**
   * Inclusion path and checkpoint, a cosigned one if one covers the entry already.
   *
   * @return empty while no signed checkpoint covers the entry
   */
  public Optional<TlogProof> of(long index) {
    return published
        .accepted()
        .filter(accepted -> index < accepted.size())
        .or(published::signed)
        .filter(note -> index >= 0 && index < note.size())
        .map(note ->
            TlogProof.create(index, note.signed(), new TileHashes(note.size(), tiles::tile)));
  }
}
