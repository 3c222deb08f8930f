package org.icsregistry.registry.erasure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.log.kafka.LogPosition;
import org.icsregistry.log.kafka.LogReader;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.registry.keys.KeyRing;
import org.icsregistry.registry.publish.ErasedBefore;
import org.icsregistry.registry.publish.Topics;
import org.icsregistry.registry.store.RecordedErasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever the log says was forgotten is forgotten here too, before this instance hands out a key:
 * a restored backup can hold keys again that were destroyed since.
 */
@Component
class ErasureRegister implements ErasedBefore {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureRegister.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int AT_ONCE = 1000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Erasures erasures;
  private final KeyRing keys;
  private boolean complete;

  ErasureRegister(
      JdbcTemplate jdbc, TransactionTemplate transaction, Erasures erasures, KeyRing keys) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.erasures = erasures;
    this.keys = keys;
  }

  /**
   * Entries that the register does not know; and people forgotten as a whole of whom a key is there
   * nevertheless, because keys alone were restored.
   */
  @Override
  public void completeFromStore() {
    if (complete) {
      return;
    }
    carryOut(
        jdbc.query(
            """
            select event from event_log e
            where type in ('VolunteerErased.v1', 'CategoryErased.v1')
              and (not exists (select 1 from keys.erasure k where k.log_index = e.log_index)
                or type = 'VolunteerErased.v1' and log_index in (select keys.brought_back()))
            order by log_index
            """,
            (row, _) -> EventCodec.decode(row.getBytes(1))),
        "the store");
    done();
  }

  @Override
  public void completeFromTopic(Map<String, Object> consumer, long lastIndex) {
    if (complete) {
      return;
    }
    var known =
        Set.copyOf(
            jdbc.query("select distinct log_index from keys.erasure", (row, _) -> row.getLong(1)));
    var found = new ArrayList<RecordedEvent>();
    try (var reader = new LogReader(consumer, Topics.LOG, LogPosition.start())) {
      long index = -1;
      while (index < lastIndex) {
        for (var entry : reader.poll(PATIENCE, AT_ONCE)) {
          index = entry.index();
          if (!known.contains(index) && isErasure(entry)) {
            found.add(EventCodec.decode(entry.event()));
          }
        }
      }
    }
    carryOut(found, "the topic");
    done();
  }

  /** Looks for the type before anything is decoded: nearly every entry is another one. */
  private static boolean isErasure(LogRecord entry) {
    var text = new String(entry.event(), java.nio.charset.StandardCharsets.UTF_8);
    return (text.contains("VolunteerErased.v1") || text.contains("CategoryErased.v1"))
        && EventCodec.decode(entry.event()).data() instanceof ErasureEvent;
  }

  private void carryOut(List<RecordedEvent> events, String where) {
    if (events.isEmpty()) {
      return;
    }
    var entries =
        events.stream()
            .map(e -> new RecordedErasure(e.logIndex(), e.subject(), (ErasureEvent) e.data()))
            .toList();
    int destroyed = requireNonNull(transaction.execute(_ -> erasures.carryOut(entries)));
    LOG.warn(
        "{} erasure(s) in {} were not in the register of this database, which was restored from an older backup; {} key(s) were destroyed again",
        entries.size(),
        where,
        destroyed);
  }

  private void done() {
    complete = true;
    keys.release();
  }
}
