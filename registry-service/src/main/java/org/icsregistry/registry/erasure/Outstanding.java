package org.icsregistry.registry.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who was forgotten, and which partners have yet to say what they did with their own copies. */
@Component
class Outstanding {

  /** So many are looked at for one page, however few of them belong on it. */
  private static final int MOST_LOOKED_AT = 1000;

  private final JdbcTemplate jdbc;

  Outstanding(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param next log index behind which the list goes on; absent at its end
   */
  record Page(List<Forgotten> erasures, @Nullable Long next) {}

  /**
   * @param outstanding partners that have not acknowledged
   */
  record Forgotten(
      String subject,
      long logIndex,
      Instant recordedAt,
      ErasureGround ground,
      List<String> outstanding) {}

  /**
   * The last erasure of each person, in the order of the log.
   *
   * @param only whether those that all partners have acknowledged are left out
   */
  Page behind(long index, boolean only, int limit) {
    var found = new ArrayList<Forgotten>();
    var entries = erasures(index);
    for (var entry : entries) {
      var forgotten = forgotten(entry);
      if (!only || !forgotten.outstanding.isEmpty()) {
        found.add(forgotten);
      }
      if (found.size() == limit) {
        return new Page(found, entry.logIndex());
      }
    }
    return new Page(found, entries.size() < MOST_LOOKED_AT ? null : entries.getLast().logIndex());
  }

  private List<RecordedEvent> erasures(long index) {
    return jdbc.query(
        """
        select event from event_log e where type = 'VolunteerErased.v1' and log_index > ?
          and type in ('VolunteerErased.v1', 'CategoryErased.v1')
          and not exists (select 1 from event_log l where l.aggregate_id = e.aggregate_id
            and l.aggregate_seq > e.aggregate_seq and l.type = 'VolunteerErased.v1')
        order by log_index limit ?
        """,
        (row, _) -> EventCodec.decode(row.getBytes(1)),
        index,
        MOST_LOOKED_AT);
  }

  private Forgotten forgotten(RecordedEvent entry) {
    var erased = (VolunteerErased) entry.data();
    var outstanding = new ArrayList<>(erased.partners());
    if (!outstanding.isEmpty()) {
      outstanding.removeAll(acknowledged(entry));
    }
    return new Forgotten(
        entry.subject(), entry.logIndex(), entry.recordedAt(), erased.ground(), outstanding);
  }

  private List<String> acknowledged(RecordedEvent since) {
    return jdbc.query(
        """
        select event from event_log
        where aggregate_id = 'volunteer:' || ? and type = 'ErasureAcknowledged.v1' and log_index > ?
        """,
        (row, _) -> ((ErasureAcknowledged) EventCodec.decode(row.getBytes(1)).data()).partner(),
        since.subject(),
        since.logIndex());
  }
}
