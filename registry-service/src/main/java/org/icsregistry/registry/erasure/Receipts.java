package org.icsregistry.registry.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.registry.erasure.Receipt.Acknowledged;
import org.icsregistry.registry.erasure.Receipt.Erased;
import org.icsregistry.registry.erasure.Receipt.Evidence;
import org.icsregistry.registry.proof.ProofFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts receipts together from the log, the register and the tree. */
@Component("erasureReceipts")
class Receipts {

  private final JdbcTemplate jdbc;
  private final ProofFiles proofs;

  Receipts(JdbcTemplate jdbc, ProofFiles proofs) {
    this.jdbc = jdbc;
    this.proofs = proofs;
  }

  private record Stored(RecordedEvent entry, String base64) {}

  private record Destroyed(int keys, @Nullable Instant at) {}

  /** Empty when nothing about the person was ever erased. */
  @Transactional(readOnly = true)
  public Optional<Receipt> of(String subject) {
    var erasures = new ArrayList<Erased>();
    var acknowledged = new ArrayList<Acknowledged>();
    List<String> outstanding = new ArrayList<>();
    for (var stored : entries(subject)) {
      switch ((ErasureEvent) stored.entry.data()) {
        case VolunteerErased e -> {
          erasures.add(erased(stored, e));
          outstanding = new ArrayList<>(e.partners());
        }
        case CategoryErased e -> erasures.add(erased(stored, e));
        case ErasureAcknowledged e -> {
          acknowledged.add(new Acknowledged(e.partner(), e.copies(), evidence(stored)));
          outstanding.remove(e.partner());
        }
        case ProcessingRestricted _, RestrictionLifted _ -> {}
      }
    }
    return erasures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Receipt(subject, erasures, acknowledged, outstanding, left(subject)));
  }

  private List<Stored> entries(String subject) {
    return jdbc.query(
        """
        select event from event_log
        where aggregate_id = 'volunteer:' || ? and type in ('VolunteerErased.v1', 'CategoryErased.v1', 'ErasureAcknowledged.v1')
        order by log_index
        """,
        (row, _) -> stored(row.getBytes(1)),
        subject);
  }

  private static Stored stored(byte[] event) {
    return new Stored(EventCodec.decode(event), Base64.getEncoder().encodeToString(event));
  }

  private Erased erased(Stored stored, VolunteerErased e) {
    var destroyed = destroyed(stored.entry.logIndex());
    return new Erased(
        e.ground(),
        e.decidedBy(),
        e.erased(),
        e.holds(),
        destroyed.keys,
        destroyed.at,
        evidence(stored));
  }

  private Erased erased(Stored stored, CategoryErased e) {
    var destroyed = destroyed(stored.entry.logIndex());
    return new Erased(
        e.ground(),
        e.decidedBy(),
        List.of(e.category()),
        List.of(),
        destroyed.keys,
        destroyed.at,
        evidence(stored));
  }

  private Destroyed destroyed(long index) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select coalesce(sum(keys_destroyed), 0), max(destroyed_at) from keys.erasure where log_index = ?",
            (row, _) -> {
              @Nullable OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
              return new Destroyed(row.getInt(1), at == null ? null : at.toInstant());
            },
            index));
  }

  private int left(String subject) {
    return Objects.requireNonNull(
        jdbc.queryForObject("select keys.kept(?)", Integer.class, subject));
  }

  private Evidence evidence(Stored stored) {
    var entry = stored.entry;
    return new Evidence(
        entry.logIndex(),
        MessageTypes.nameOf(entry.data().getClass()),
        entry.recordedAt(),
        entry.org(),
        stored.base64,
        proofs.of(entry.logIndex()).map(proof -> new String(proof.bytes(), UTF_8)).orElse(null));
  }
}
