package org.icsregistry.log.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.CheckpointException;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.policy.PolicyException;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tree.HashSource;
import org.icsregistry.log.tree.InclusionProof;
import org.icsregistry.log.tree.ProofException;
import org.icsregistry.log.tree.Rfc6962;

/**
 * Shows that an entry is in a log and that witnesses have seen it, without asking anybody (C2SP
 * tlog-proof, a draft: nothing else in this project knows its syntax). Files of this kind end in
 * {@code .tlog-proof}.
 *
 * @param extra opaque bytes that nothing authenticates; none if empty; not copied
 * @param index index of the entry
 * @param path hashes from the sibling of the leaf up to the child of the root
 * @param checkpoint the tree the entry is in, signed and cosigned
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is below
public record TlogProof(byte[] extra, long index, List<byte[]> path, SignedCheckpoint checkpoint) {
  private static final String FORMAT = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MOST_BYTES = 2_000_000;
  private static final int MOST_HASHES = 63;

  /** Nothing is checked here but by {@link #verify}. */
  public TlogProof {
    path = List.copyOf(path);
  }

  /**
   * Makes the proof of an entry.
   *
   * @param hashes the tree of the checkpoint
   * @throws ProofException.IndexOutsideTree if the tree of the checkpoint has no such entry
   */
  public static TlogProof create(long index, SignedCheckpoint checkpoint, HashSource hashes) {
    InclusionProof inclusion = InclusionProof.create(index, checkpoint.checkpoint().size(), hashes);
    return new TlogProof(new byte[0], index, inclusion.path(), checkpoint);
  }

  /**
   * Reads a file. Verifies nothing.
   *
   * @throws TlogProofException if the lines before the checkpoint are malformed, one subclass per
   *     defect
   * @throws NoteException if the checkpoint is not a note
   * @throws CheckpointException if the checkpoint is malformed
   */
  public static TlogProof parse(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw new TlogProofException.TooLarge(file.length, MOST_BYTES);
    }
    String text = Strict.utf8(file).orElseThrow(TlogProofException.NotUtf8::new);
    if (!text.startsWith(FORMAT + "\n")) {
      throw new TlogProofException.OtherFormat();
    }
    int divide = text.indexOf("\n\n");
    if (divide < 0) {
      throw new TlogProofException.NoCheckpoint();
    }
    Deque<String> lines =
        new ArrayDeque<>(Arrays.asList(text.substring(0, divide).split("\n", -1)));
    lines.remove();
    byte[] extra = extra(lines);
    long index = index(lines);
    List<byte[]> path = path(lines);
    return new TlogProof(
        extra, index, path, SignedCheckpoint.parse(text.substring(divide + 2).getBytes(UTF_8)));
  }

  private static byte[] extra(Deque<String> lines) {
    if (lines.isEmpty() || !lines.element().startsWith(EXTRA)) {
      return new byte[0];
    }
    return Strict.base64(lines.remove().substring(EXTRA.length()))
        .filter(bytes -> bytes.length > 0)
        .orElseThrow(TlogProofException.MalformedExtra::new);
  }

  private static long index(Deque<String> lines) {
    if (lines.isEmpty() || !lines.element().startsWith(INDEX)) {
      throw new TlogProofException.MalformedIndex();
    }
    return Strict.decimal(lines.remove().substring(INDEX.length()))
        .orElseThrow(TlogProofException.MalformedIndex::new);
  }

  private static List<byte[]> path(Deque<String> lines) {
    if (lines.size() > MOST_HASHES) {
      throw new TlogProofException.TooManyHashes(MOST_HASHES);
    }
    List<byte[]> path = new ArrayList<>();
    for (String line : lines) {
      int number = path.size() + 1;
      path.add(
          Strict.base64(line)
              .filter(hash -> hash.length == Rfc6962.HASH_BYTES)
              .orElseThrow(() -> new TlogProofException.MalformedHash(number)));
    }
    return path;
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    StringBuilder lines = new StringBuilder(FORMAT).append('\n');
    if (extra.length > 0) {
      lines.append(EXTRA).append(Strict.base64(extra)).append('\n');
    }
    lines.append(INDEX).append(index).append('\n');
    path.forEach(hash -> lines.append(Strict.base64(hash)).append('\n'));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(lines.append('\n').toString().getBytes(UTF_8));
    file.writeBytes(checkpoint.bytes());
    return file.toByteArray();
  }

  /**
   * Verifies in the order of the specification's section Verifying a tlog proof: the leaf, the
   * origin and the log's signature, the cosignatures and the quorum, the path.
   *
   * @param entry the bytes of the entry
   * @param policy whom to trust
   * @return what was verified of the checkpoint
   * @throws PolicyException if the log is not one of the policy's, or the quorum is not reached
   * @throws NoteException if a signature is missing or wrong
   * @throws ProofException if the entry is not in the tree of the checkpoint at this index
   */
  public TlogPolicy.Verdict verify(byte[] entry, TlogPolicy policy) {
    byte[] leafHash = Rfc6962.leafHash(entry);
    TlogPolicy.Verdict verdict = policy.accept(checkpoint);
    new InclusionProof(index, verdict.checkpoint().size(), path)
        .verify(leafHash, verdict.checkpoint().root());
    return verdict;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TlogProof that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  @Override
  public String toString() {
    return "TlogProof[index=%d, %s]".formatted(index, checkpoint.checkpoint());
  }
}
