package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.NoteSigner;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.Rfc6962;

/** A log in memory, honest or not. */
final class GrownLog {

  static final String ORIGIN = "registry.example.org/log";

  private final SigningKey key;
  private final List<byte[]> leaves = new ArrayList<>();

  private GrownLog(SigningKey key) {
    this.key = key;
  }

  static GrownLog of(int size) {
    var log = new GrownLog(SigningKey.generate(ORIGIN, KeyType.ED25519));
    log.grow(size, "entry");
    return log;
  }

  /** The same entries up to a size, signed with the same key, and others behind them. */
  GrownLog forkedAt(int size, int newSize) {
    var fork = new GrownLog(key);
    fork.leaves.addAll(leaves.subList(0, size));
    fork.grow(newSize, "other");
    return fork;
  }

  private void grow(int size, String word) {
    while (leaves.size() < size) {
      leaves.add(Rfc6962.leafHash((word + leaves.size()).getBytes(UTF_8)));
    }
  }

  VerifierKey verifierKey() {
    return key.verifierKey();
  }

  Checkpoint at(int size) {
    return new Checkpoint(ORIGIN, size, Frontier.empty().plus(leaves.subList(0, size)).root());
  }

  SignedCheckpoint signed(int size) {
    return SignedCheckpoint.sign(at(size), new Ed25519Signer(key));
  }

  /** An honest request from one size to another. */
  String request(int from, int to) {
    return request(from, proof(from, to), signed(to));
  }

  static String request(long from, List<byte[]> proof, SignedCheckpoint checkpoint) {
    return "old "
        + from
        + "\n"
        + proof.stream().map(hash -> Strict.base64(hash) + "\n").collect(Collectors.joining())
        + "\n"
        + new String(checkpoint.bytes(), UTF_8);
  }

  List<byte[]> proof(int from, int to) {
    return from == 0 ? List.of() : ConsistencyProof.create(from, to, this::subtree).path();
  }

  SignedCheckpoint signedBy(int size, NoteSigner... signers) {
    return SignedCheckpoint.sign(at(size), signers);
  }

  private byte[] subtree(int level, long index) {
    return level == 0
        ? leaves.get((int) index)
        : Rfc6962.nodeHash(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
  }
}
