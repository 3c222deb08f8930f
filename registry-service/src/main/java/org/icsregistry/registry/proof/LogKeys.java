package org.icsregistry.registry.proof;

import java.time.Clock;
import java.util.List;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.NoteSigner;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;

/**
 * The keys with which the log signs, all named like its origin: one, and two while it changes from
 * one to the other or signs with a post-quantum key as well.
 */
final class LogKeys {

  private final List<SigningKey> keys;
  private final NoteSigner[] signers;

  LogKeys(List<SigningKey> keys, Clock clock) {
    this.keys = List.copyOf(keys);
    this.signers = keys.stream().map(key -> signer(key, clock)).toArray(NoteSigner[]::new);
  }

  String origin() {
    return keys.getFirst().verifierKey().name();
  }

  List<VerifierKey> verifierKeys() {
    return keys.stream().map(SigningKey::verifierKey).toList();
  }

  SignedCheckpoint sign(Checkpoint checkpoint) {
    return SignedCheckpoint.sign(checkpoint, signers);
  }

  private static NoteSigner signer(SigningKey key, Clock clock) {
    return switch (key.verifierKey().type()) {
      case ED25519 -> new Ed25519Signer(key);
      case ML_DSA_44_COSIGNATURE, ED25519_COSIGNATURE -> new Timed(key, clock);
    };
  }

  /** A log signs with ML-DSA-44 in the form of a cosignature (C2SP tlog-checkpoint, Signatures). */
  private record Timed(SigningKey secret, Cosigner cosigner, Clock clock) implements NoteSigner {

    Timed(SigningKey secret, Clock clock) {
      this(secret, new Cosigner(secret), clock);
    }

    @Override
    public VerifierKey key() {
      return secret.verifierKey();
    }

    @Override
    public NoteSignature sign(String text) {
      return cosigner.cosign(Checkpoint.parse(text), clock.instant());
    }
  }
}
