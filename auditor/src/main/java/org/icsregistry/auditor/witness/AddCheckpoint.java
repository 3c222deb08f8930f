package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icsregistry.log.LogException;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.tree.Rfc6962;

/**
 * What is sent to a witness (C2SP tlog-witness, add-checkpoint).
 *
 * @param oldSize size that the sender believes the witness cosigned last
 * @param proof consistency proof from there to the checkpoint
 * @param checkpoint nothing of it is verified yet
 */
record AddCheckpoint(long oldSize, List<byte[]> proof, SignedCheckpoint checkpoint) {

  /** Room for all 63 hashes and sixteen post-quantum signatures of 3.3 kB each. */
  static final int MOST_BYTES = 65_536;

  private static final String OLD = "old ";
  private static final int MOST_HASHES = 63;

  AddCheckpoint {
    proof = List.copyOf(proof);
  }

  /** Reads the body of a request; empty if it is malformed. */
  static Optional<AddCheckpoint> parse(byte[] body) {
    return Strict.utf8(body).flatMap(AddCheckpoint::parse);
  }

  private static Optional<AddCheckpoint> parse(String text) {
    int divide = text.indexOf("\n\n");
    if (divide < 0 || !text.startsWith(OLD)) {
      return Optional.empty();
    }
    var lines = List.of(text.substring(OLD.length(), divide).split("\n", -1));
    var oldSize = Strict.decimal(lines.getFirst());
    var proof = hashes(lines.subList(1, lines.size()));
    if (oldSize.isEmpty() || proof.isEmpty()) {
      return Optional.empty();
    }
    try {
      var checkpoint = SignedCheckpoint.parse(text.substring(divide + 2).getBytes(UTF_8));
      return Optional.of(new AddCheckpoint(oldSize.getAsLong(), proof.get(), checkpoint));
    } catch (LogException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<List<byte[]>> hashes(List<String> lines) {
    if (lines.size() > MOST_HASHES) {
      return Optional.empty();
    }
    var hashes = new ArrayList<byte[]>();
    for (var line : lines) {
      Strict.base64(line).filter(hash -> hash.length == Rfc6962.HASH_BYTES).ifPresent(hashes::add);
    }
    return hashes.size() == lines.size() ? Optional.of(hashes) : Optional.empty();
  }
}
