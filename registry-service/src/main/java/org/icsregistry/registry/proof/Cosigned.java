package org.icsregistry.registry.proof;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import org.icsregistry.log.checkpoint.CosignatureVerifier;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.SignedNote;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The checkpoints that witnesses have cosigned. */
@Component
class Cosigned {

  private static final String ROW = "select note, quorum, cosigned_at from cosigned_checkpoint ";
  private static final RowMapper<Note> NOTE =
      (row, _) ->
          new Note(
              SignedCheckpoint.parse(row.getBytes(1)),
              row.getBoolean(2),
              row.getObject(3, OffsetDateTime.class).toInstant());

  private final JdbcTemplate jdbc;
  private final TrustPolicy policy;

  Cosigned(JdbcTemplate jdbc, TrustPolicy policy) {
    this.jdbc = jdbc;
    this.policy = policy;
  }

  /**
   * A checkpoint with cosignatures.
   *
   * @param quorum whether they are enough for the policy
   * @param at time of the newest cosignature
   */
  record Note(SignedCheckpoint signed, boolean quorum, Instant at) {

    long size() {
      return signed.checkpoint().size();
    }
  }

  /** The newest one with enough cosignatures, by the policy of today too. */
  Optional<Note> latest() {
    return jdbc.query(ROW + "where quorum order by size desc limit 1", NOTE).stream()
        .findFirst()
        .filter(note -> policy.accepts(note.signed()));
  }

  /** What has come in so far for a size. */
  Optional<Note> ofSize(long size) {
    return jdbc.query(ROW + "where size = ?", NOTE, size).stream().findFirst();
  }

  /**
   * Keeps a cosignature that was verified.
   *
   * @return the checkpoint if it is to be published: its quorum is reached, or a witness has
   *     renewed its cosignature
   */
  @Transactional
  public Optional<Note> add(SignedCheckpoint signed, NoteSignature cosignature) {
    var at = CosignatureVerifier.time(cosignature);
    var time = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    long size = signed.checkpoint().size();
    jdbc.update(
        "insert into cosigned_checkpoint (size, note, quorum, cosigned_at) values (?, ?, false, ?) on conflict do nothing",
        size,
        signed.bytes(),
        time);
    var before = jdbc.queryForObject(ROW + "where size = ? for update", NOTE, size);
    if (before == null) {
      throw new IllegalStateException("A row that was just written is missing");
    }
    boolean renewed = before.signed().note().signatures().stream().anyMatch(same(cosignature));
    var after = merged(before.signed(), cosignature);
    boolean quorum = policy.verify(after).quorumReached();
    jdbc.update(
        "update cosigned_checkpoint set note = ?, quorum = ?, cosigned_at = ? where size = ?",
        after.bytes(),
        quorum,
        time,
        size);
    return quorum && (renewed || !before.quorum())
        ? Optional.of(new Note(after, true, at))
        : Optional.empty();
  }

  private static SignedCheckpoint merged(SignedCheckpoint note, NoteSignature cosignature) {
    var signatures = new ArrayList<>(note.note().signatures());
    signatures.removeIf(same(cosignature));
    signatures.add(cosignature);
    return new SignedCheckpoint(new SignedNote(note.note().text(), signatures));
  }

  private static Predicate<NoteSignature> same(NoteSignature cosignature) {
    return other -> other.keyId() == cosignature.keyId() && other.name().equals(cosignature.name());
  }
}
