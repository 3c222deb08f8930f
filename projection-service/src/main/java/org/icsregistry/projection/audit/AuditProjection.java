package org.icsregistry.projection.audit;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.log.tree.Rfc6962;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps every entry as it is in the log. Its digest is the sum of the leaf hashes. */
@Component
public class AuditProjection implements Projection {

  public static final String NAME = "audit";

  private final JdbcTemplate jdbc;

  AuditProjection(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Digest apply(int version, List<Entry> batch, Digest digest) {
    var hashes = batch.stream().map(entry -> Rfc6962.leafHash(entry.bytes())).toList();
    insert(version, batch, hashes);
    var result = digest;
    for (byte[] hash : hashes) {
      result = result.plusHash(hash);
    }
    return result;
  }

  private void insert(int version, List<Entry> batch, List<byte[]> hashes) {
    var reserved = batch.stream().map(entry -> Reserved.of(entry.event())).toList();
    jdbc.update(
        """
        INSERT INTO audit_v%d
               (log_index, subject, org, actor, type, recorded_at, leaf_hash, event,
                reserved_to, reserved_until)
        SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                             ?::timestamptz[], ?::bytea[], ?::bytea[], ?::text[], ?::timestamptz[])
        """
            .formatted(version),
        column(batch, RecordedEvent::logIndex, Long[]::new),
        column(batch, RecordedEvent::subject, String[]::new),
        column(batch, RecordedEvent::org, String[]::new),
        AuditProjection.<@Nullable String>column(batch, RecordedEvent::actor, String[]::new),
        column(batch, e -> MessageTypes.nameOf(e.data().getClass()), String[]::new),
        column(batch, e -> e.recordedAt().toString(), String[]::new),
        hashes.toArray(byte[][]::new),
        batch.stream().map(Entry::bytes).toArray(byte[][]::new),
        reserved.stream().map(Reserved::to).toArray(String[]::new),
        reserved.stream().map(AuditProjection::until).toArray(String[]::new));
  }

  private static @Nullable String until(Reserved reserved) {
    return reserved.until() == null ? null : reserved.until().toString();
  }

  private static <T extends @Nullable Object> T[] column(
      List<Entry> batch, Function<RecordedEvent, T> value, IntFunction<T[]> array) {
    return batch.stream().map(entry -> value.apply(entry.event())).toArray(array);
  }
}
