package org.icsregistry.auditor.crosscheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.verify.Tiles;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.log.tile.TileHashes;

/** A log in files, with a proof of one entry and an older checkpoint. */
record Exported(Path folder, Path proof, Path entry, Path older) {
  static final String KEY = TestLog.KEY.verifierKey().text();

  static Exported of(TestLog log, int index, int olderSize, Path work) throws IOException {
    Path folder = log.writeTo(work.resolve("log"));
    var hashes = new TileHashes(log.size(), Tiles.reader(TiledSource.folder(folder)));
    TlogProof proof = TlogProof.create(index, log.cosigned(log.size()), hashes);
    return new Exported(
        folder,
        Files.write(work.resolve("proof"), proof.bytes()),
        Files.write(work.resolve("entry"), log.entries().get(index)),
        Files.write(work.resolve("older"), log.signed(olderSize).bytes()));
  }
}
