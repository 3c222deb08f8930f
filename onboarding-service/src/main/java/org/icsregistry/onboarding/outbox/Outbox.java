package org.icsregistry.onboarding.outbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.onboarding.fold.Urgency;
import org.icsregistry.onboarding.journey.NamedIds;
import org.icsregistry.onboarding.journey.NextCommand;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Commands that were decided on. Written in the transaction of the decision, sent later; the id of
 * a command is made of its matter and the number of the attempt, so the registry gives one effect
 * to it however often it is sent.
 */
@Repository
public class Outbox {

  // A refused command was decided on a view that was out of date; the next look has a better one.
  // If the third look wants the same, the two do not agree, and once a day is often enough.
  private static final int QUICK_ATTEMPTS = 3;
  private static final Duration BETWEEN_LATER_ATTEMPTS = Duration.ofHours(20);

  private final JdbcTemplate jdbc;

  Outbox(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Brings the outbox in line with what is wanted now for these people: adds what is new, drops
   * what was never sent and is not wanted any more, and lets nothing wait longer than it may now.
   *
   * @param people and how urgent what follows is
   * @return how many commands were added
   */
  public int reconcile(Map<String, Urgency> people, List<Wanted> wanted, Instant now) {
    var latest = latest(people.keySet());
    var rows = new ArrayList<Object[]>();
    var raised = new ArrayList<Object[]>();
    var unwanted = new HashMap<>(latest);
    for (var engagement : wanted) {
      int urgency = Objects.requireNonNull(people.get(engagement.subject())).place();
      for (var next : engagement.commands()) {
        unwanted.remove(next.matter());
        var before = latest.get(next.matter());
        int attempt = attempt(before, next, engagement.lastIndex(), now);
        if (attempt >= 0) {
          rows.add(row(engagement, next, attempt, urgency, now));
        } else if (before != null && before.waits() && before.urgency > urgency) {
          raised.add(new Object[] {urgency, before.seq});
        }
      }
    }
    dropUnsent(unwanted.values());
    raise(raised);
    insert(rows);
    return rows.size();
  }

  /** Adds a command that follows from something that was done, once for each matter. */
  public void keep(String subject, String partner, NextCommand next, Instant now) {
    jdbc.update(
        """
        INSERT INTO outbox (command_id, matter, attempt, subject, partner, role_id, type, data,
          created_at, next_try_at, urgency, kept)
        VALUES (?, ?, 0, ?, ?, '', ?, ?, ?, ?, ?, true) ON CONFLICT (matter, attempt) DO NOTHING\
        """,
        NamedIds.of(next.matter() + "#0"),
        next.matter(),
        subject,
        partner,
        MessageTypes.nameOf(next.command().getClass()),
        Json.MAPPER.writeValueAsString(next.command()),
        Timestamp.from(now),
        Timestamp.from(now),
        Urgency.IN_TURN.place());
  }

  /**
   * @param unsent nobody has tried to send it yet, and it may be dropped
   */
  private record Latest(
      long seq,
      int attempt,
      String state,
      long logIndex,
      Instant since,
      int urgency,
      boolean unsent) {

    boolean waits() {
      return state.equals("PENDING");
    }
  }

  private Map<UUID, Latest> latest(Collection<String> subjects) {
    Map<UUID, Latest> found = new HashMap<>();
    jdbc.query(
        """
        SELECT DISTINCT ON (matter) matter, attempt, state, coalesce(log_index, -1),
          coalesce(answered_at, created_at), urgency, seq,
          state = 'PENDING' AND tries = 0 AND NOT kept
        FROM outbox WHERE subject = ANY(?) ORDER BY matter, attempt DESC\
        """,
        row -> {
          found.put(
              row.getObject(1, UUID.class),
              new Latest(
                  row.getLong(7),
                  row.getInt(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getTimestamp(5).toInstant(),
                  row.getInt(6),
                  row.getBoolean(8)));
        },
        (Object) subjects.toArray(String[]::new));
    return found;
  }

  /** The number of the attempt to make now, or -1 for none. */
  private static int attempt(
      @org.jspecify.annotations.Nullable Latest latest,
      NextCommand next,
      long lastIndex,
      Instant now) {
    if (latest == null) {
      return 0;
    }
    boolean due =
        switch (latest.state) {
          case "PENDING" -> false;
          // Wanted although its effect was seen: the need is there again.
          case "ACCEPTED" -> next.again() && latest.logIndex <= lastIndex;
          case "REFUSED" ->
              latest.attempt + 1 < QUICK_ATTEMPTS
                  || latest.since.plus(BETWEEN_LATER_ATTEMPTS).isBefore(now);
          default -> throw new IllegalStateException("Unknown state " + latest.state);
        };
    return due ? latest.attempt + 1 : -1;
  }

  private static Object[] row(
      Wanted about, NextCommand next, int attempt, int urgency, Instant now) {
    return new Object[] {
      NamedIds.of(next.matter() + "#" + attempt),
      next.matter(),
      attempt,
      about.subject(),
      about.partner(),
      about.roleId(),
      about.occasion(),
      MessageTypes.nameOf(next.command().getClass()),
      Json.MAPPER.writeValueAsString(next.command()),
      Timestamp.from(now),
      Timestamp.from(now),
      urgency
    };
  }

  private void insert(List<Object[]> rows) {
    jdbc.batchUpdate(
        """
        INSERT INTO outbox (command_id, matter, attempt, subject, partner, role_id, occasion, type,
          data, created_at, next_try_at, urgency)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        rows);
  }

  /** Rows that a sender holds are on their way; a look waits for nobody. */
  private void raise(List<Object[]> raised) {
    jdbc.batchUpdate(
        """
        UPDATE outbox SET urgency = ? WHERE seq = (
          SELECT seq FROM outbox WHERE seq = ? AND answered_at IS NULL FOR UPDATE SKIP LOCKED)\
        """,
        raised);
  }

  /**
   * Rows that a sender holds are on their way and stay. They are found by their numbers and not as
   * those that are pending: of those there may be a hundred thousand, and the database goes through
   * all of them where it takes them for few.
   */
  private void dropUnsent(Collection<Latest> unwanted) {
    var unsent = unwanted.stream().filter(Latest::unsent).map(Latest::seq).toArray(Long[]::new);
    if (unsent.length > 0) {
      jdbc.update(
          """
          DELETE FROM outbox WHERE seq IN (
            SELECT seq FROM outbox WHERE seq = ANY(?) AND answered_at IS NULL AND tries = 0
            FOR UPDATE SKIP LOCKED)\
          """,
          (Object) unsent);
    }
  }
}
