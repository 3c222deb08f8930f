package org.icsregistry.log.checkpoint;

import java.util.Collection;
import java.util.List;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.NoteSigner;
import org.icsregistry.log.note.NoteVerifier;
import org.icsregistry.log.note.SignedNote;

/**
 * A checkpoint with signatures of its log and of witnesses. Having one says nothing yet: it counts
 * only after {@link #verify}.
 *
 * @param note as it is served and stored
 */
public record SignedCheckpoint(SignedNote note) {
  /**
   * @throws CheckpointException if the text of the note is not a checkpoint
   */
  public SignedCheckpoint {
    Checkpoint.parse(note.text());
  }

  /**
   * Signs a checkpoint. A log never signs two that are inconsistent (C2SP tlog-checkpoint,
   * Signatures).
   */
  public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner... signers) {
    return new SignedCheckpoint(SignedNote.sign(checkpoint.text(), signers));
  }

  /**
   * Reads a checkpoint with its signatures. Verifies nothing.
   *
   * @throws NoteException if the bytes are not a note
   * @throws CheckpointException if its text is not a checkpoint
   */
  public static SignedCheckpoint parse(byte[] note) {
    return new SignedCheckpoint(SignedNote.parse(note));
  }

  /** What the text of the note says. */
  public Checkpoint checkpoint() {
    return Checkpoint.parse(note.text());
  }

  /** The bytes as they are served and stored. */
  public byte[] bytes() {
    return note.bytes();
  }

  /** The same checkpoint with more signatures, for example those of witnesses. */
  public SignedCheckpoint with(List<NoteSignature> more) {
    return new SignedCheckpoint(note.with(more));
  }

  /**
   * {@link SignedNote#verify}.
   *
   * @throws NoteException if a known signature is wrong or there is none
   */
  public List<NoteSignature> verify(Collection<? extends NoteVerifier> known) {
    return note.verify(known);
  }
}
