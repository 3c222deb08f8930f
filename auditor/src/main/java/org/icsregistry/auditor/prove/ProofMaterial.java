package org.icsregistry.auditor.prove;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.auditor.source.Entry;
import org.icsregistry.auditor.source.EntryFlow;
import org.icsregistry.auditor.source.KafkaSource;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.verify.Checkpoints;
import org.icsregistry.auditor.verify.Tiles;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tile.TileHashes;
import org.icsregistry.log.tree.HashSource;
import org.icsregistry.log.tree.Rfc6962;

/**
 * What a proof is made of.
 *
 * @param checkpoint the newest one that the policy accepts and that covers the entry; without such
 *     a one the newest that is signed
 * @param entry the bytes of the event; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProofMaterial(SignedCheckpoint checkpoint, HashSource hashes, byte[] entry) {
  static ProofMaterial from(LogSource source, TlogPolicy policy, long index) {
    SignedCheckpoint checkpoint = Checkpoints.best(source, policy, index + 1);
    long size = checkpoint.checkpoint().size();
    return switch (source) {
      case TiledSource tiled ->
          new ProofMaterial(
              checkpoint, new TileHashes(size, Tiles.reader(tiled)), entry(tiled, index));
      case KafkaSource kafka -> ofAll(kafka, checkpoint, index);
    };
  }

  private static byte[] entry(LogSource source, long index) {
    try (EntryFlow flow = source.entries(index, index + 1)) {
      List<Entry> entries = flow.next();
      if (entries.isEmpty()) {
        throw new SourceException("Expected an event at index " + index + ", got none");
      }
      return entries.getFirst().bytes();
    }
  }

  /** Without tiles, every entry has to be read; 32 bytes of each are kept. */
  private static ProofMaterial ofAll(KafkaSource kafka, SignedCheckpoint checkpoint, long index) {
    long size = checkpoint.checkpoint().size();
    List<byte[]> leaves = new ArrayList<>();
    byte[] found = new byte[0];
    try (EntryFlow flow = kafka.entries(0, size)) {
      for (List<Entry> some = flow.next(); !some.isEmpty(); some = flow.next()) {
        if (index >= leaves.size() && index < leaves.size() + some.size()) {
          found = some.get((int) (index - leaves.size())).bytes();
        }
        some.parallelStream().map(Entry::bytes).map(Rfc6962::leafHash).forEachOrdered(leaves::add);
      }
    }
    if (leaves.size() < size) {
      throw new SourceException(
          "Expected %d entries on Kafka, got %d".formatted(size, leaves.size()));
    }
    return new ProofMaterial(checkpoint, (level, at) -> subtree(leaves, level, at), found);
  }

  private static byte[] subtree(List<byte[]> leaves, int level, long index) {
    return level == 0
        ? leaves.get((int) index)
        : Rfc6962.nodeHash(
            subtree(leaves, level - 1, 2 * index), subtree(leaves, level - 1, 2 * index + 1));
  }
}
