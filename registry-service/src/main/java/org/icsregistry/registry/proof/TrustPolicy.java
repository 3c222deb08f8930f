package org.icsregistry.registry.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.VerifierKey;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The tlog-policy of this log, which partners pin: its keys, its witnesses, how many of them are
 * enough. The very bytes of the operator's file are served, so that two copies can be compared.
 */
@Component
class TrustPolicy {

  private static final Logger LOG = LoggerFactory.getLogger(TrustPolicy.class);

  private final byte[] file;
  private final TlogPolicy policy;
  private final boolean needsWitnesses;
  private volatile @Nullable SignedCheckpoint lastAccepted;

  TrustPolicy(LogKeys keys, @Value("${registry.log.policy-file:}") String file) throws IOException {
    this.file = file.isBlank() ? withoutWitnesses(keys) : Files.readAllBytes(Path.of(file));
    this.policy = TlogPolicy.parse(this.file);
    checkNames(keys, file);
    var empty = keys.sign(new Checkpoint(keys.origin(), 0, Rfc6962.emptyRoot()));
    this.needsWitnesses = !policy.verify(empty).quorumReached();
  }

  private static byte[] withoutWitnesses(LogKeys keys) {
    var lines = new StringBuilder();
    keys.verifierKeys().forEach(key -> lines.append("log ").append(key.text()).append('\n'));
    return lines.append("quorum none\n").toString().getBytes(UTF_8);
  }

  private void checkNames(LogKeys keys, String file) {
    var named = policy.logs().stream().map(TlogPolicy.Log::key).toList();
    var missing = keys.verifierKeys().stream().filter(key -> !named.contains(key)).toList();
    if (missing.contains(keys.verifierKeys().getFirst())) {
      throw new IllegalStateException(
          "The policy in "
              + file
              + " does not name the key with which this log signs. Add the line: log "
              + keys.verifierKeys().getFirst().text());
    }
    for (VerifierKey key : missing) {
      LOG.warn(
          "The policy in {} does not name the second key yet. Partners need the line: log {}",
          file,
          key.text());
    }
  }

  byte[] file() {
    return file;
  }

  List<TlogPolicy.Witness> witnesses() {
    return policy.witnesses();
  }

  /** Whether a signature of the log alone is not enough. */
  boolean needsWitnesses() {
    return needsWitnesses;
  }

  /**
   * Whether this policy accepts a checkpoint; one of an earlier policy it may not. The answer for
   * the last one is remembered, because everybody asks for the same.
   */
  boolean accepts(SignedCheckpoint signed) {
    if (signed.equals(lastAccepted)) {
      return true;
    }
    try {
      boolean accepted = policy.verify(signed).quorumReached();
      if (accepted) {
        lastAccepted = signed;
      }
      return accepted;
    } catch (LogException signedOtherwise) {
      return false;
    }
  }

  /** Who has cosigned, and whether that is enough. */
  TlogPolicy.Verdict verify(SignedCheckpoint signed) {
    return policy.verify(signed);
  }
}
