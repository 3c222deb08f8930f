package org.icsregistry.registry.proof;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.tree.Frontier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs the log as it grows, and remembers what it has signed. */
@Component
class Checkpoints {

  private final JdbcTemplate jdbc;
  private final TileRoots tiles;
  private final LogKeys keys;
  private final Clock clock;

  Checkpoints(JdbcTemplate jdbc, TileRoots tiles, LogKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.tiles = tiles;
    this.keys = keys;
    this.clock = clock;
  }

  /** A checkpoint and when it was signed. */
  record Latest(SignedCheckpoint signed, Instant signedAt) {

    long size() {
      return signed.checkpoint().size();
    }
  }

  /**
   * Signs what has been appended since the last checkpoint. The tree is grown from the last signed
   * one by the stored leaf hashes, so a log that was rolled back or rewritten below it is never
   * signed.
   *
   * @return empty when nothing was appended
   * @throws LogContradictionException when the log is not an extension of what was signed before
   */
  @Transactional
  public Optional<Latest> sign() {
    var signed = tree("select size, frontier from checkpoint_head for update");
    var now = tree("select size, frontier from log_head");
    if (now.size() < signed.size()) {
      throw new LogContradictionException(
          "A checkpoint of size "
              + signed.size()
              + " was signed, but the log ends at "
              + now.size());
    }
    if (now.size() == signed.size()) {
      return Optional.empty();
    }
    var grown = tiles.grow(signed, now.size());
    if (!Arrays.equals(grown.root(), now.root())) {
      throw new LogContradictionException(
          "The log of size "
              + now.size()
              + " is not an extension of the one signed at size "
              + signed.size());
    }
    return Optional.of(store(grown));
  }

  private Frontier tree(String sql) {
    return requireNonNull(
        jdbc.queryForObject(sql, (row, _) -> Frontier.of(row.getLong(1), row.getBytes(2))));
  }

  /** Entries in the log, signed or not. */
  long logSize() {
    return tree("select size, frontier from log_head").size();
  }

  /**
   * The root of the log at a size; computed where this store has no checkpoint of it, as after a
   * restore.
   */
  byte[] rootAt(long size) {
    return jdbc
        .query("select root from checkpoint where size = ?", (row, _) -> row.getBytes(1), size)
        .stream()
        .findFirst()
        .orElseGet(() -> {
          var signed = tree("select size, frontier from checkpoint_head");
          return tiles.plus(signed.size() <= size ? signed : Frontier.empty(), size).root();
        });
  }

  private Latest store(Frontier tree) {
    var note = keys.sign(new Checkpoint(keys.origin(), tree.size(), tree.root()));
    var at = clock.instant();
    jdbc.update(
        "insert into checkpoint (size, root, note, signed_at) values (?, ?, ?, ?)",
        tree.size(),
        tree.root(),
        note.bytes(),
        OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    jdbc.update("update checkpoint_head set size = ?, frontier = ?", tree.size(), tree.bytes());
    return new Latest(note, at);
  }

  /** The newest checkpoint; empty before the first event. */
  Optional<Latest> latest() {
    return jdbc
        .query(
            "select note, signed_at from checkpoint order by size desc limit 1",
            (row, _) ->
                new Latest(
                    SignedCheckpoint.parse(row.getBytes(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant()))
        .stream()
        .findFirst();
  }

  /** When the smallest checkpoint beyond a size was signed. */
  Optional<Instant> firstAfter(long size) {
    return jdbc
        .query(
            "select signed_at from checkpoint where size > ? order by size limit 1",
            (row, _) -> row.getObject(1, OffsetDateTime.class).toInstant(),
            size)
        .stream()
        .findFirst();
  }
}
