package org.icsregistry.onboarding.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.fold.Urgency.IN_TURN;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DueTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TOMORROW = NOW.plusSeconds(86_400);
  private static final int ALL = 100;

  private final World world = new World();
  private Due due = new Due(new JdbcTemplate());

  @BeforeEach
  void tables() {
    world.start().close();
    due = new Due(new JdbcTemplate(world.dataSource()));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void whoever_may_wait_for_it_is_looked_at_before_those_whom_a_policy_concerns() {
    due.next(List.of("morning"), NOW.minusSeconds(3600));
    happened(Map.of("echo", Urgency.IN_TURN, "policy", Urgency.RULES, "event", Urgency.EVENT));
    due.next(List.of("later"), TOMORROW);

    assertThat(due.upTo(IN_TURN, NOW, ALL, Set.of()))
        .containsExactly("event", "policy", "morning", "echo");
    assertThat(due.upTo(IN_TURN, NOW, 2, Set.of("event"))).containsExactly("policy", "morning");
    assertThat(due.upTo(Urgency.EVENT, NOW, ALL, Set.of())).containsExactly("event");
  }

  @Test
  void nothing_makes_anybody_less_urgent_until_they_were_looked_at() {
    happened(Map.of("person", Urgency.EVENT));
    happened(Map.of("person", Urgency.IN_TURN));
    due.again(List.of("person"), NOW);

    assertThat(due.lock(List.of("person"), NOW)).containsEntry("person", Urgency.EVENT);
  }

  @Test
  void whoever_was_looked_at_is_due_again_the_next_day_or_after_the_next_event() {
    happened(Map.of("person", Urgency.EVENT));
    due.next(List.of("person"), TOMORROW);
    assertThat(due.upTo(IN_TURN, NOW, ALL, Set.of())).isEmpty();
    assertThat(due.upTo(IN_TURN, TOMORROW, ALL, Set.of())).containsExactly("person");

    happened(Map.of("person", Urgency.IN_TURN));

    assertThat(due.lock(List.of("person"), NOW)).containsEntry("person", Urgency.IN_TURN);
  }

  @Test
  void a_policy_makes_those_due_again_who_may_be_looked_at_this_moment() {
    happened(Map.of("looked at", Urgency.IN_TURN));
    due.next(List.of("tomorrow"), TOMORROW);

    due.mark(Map.of("new", Urgency.EVENT), Set.of(), Set.of("RBV"), NOW);

    assertThat(due.lock(List.of("looked at", "tomorrow", "new"), NOW))
        .isEqualTo(Map.of("looked at", Urgency.RULES, "new", Urgency.EVENT));
  }

  @Test
  void a_policy_concerns_whoever_is_on_the_way_at_the_partner_and_an_event_is_more_urgent() {
    journey("on the way");
    journey("on the way too");

    due.mark(Map.of("on the way too", Urgency.EVENT), Set.of(), Set.of("RBV"), NOW);

    assertThat(due.upTo(IN_TURN, NOW, ALL, Set.of()))
        .containsExactly("on the way too", "on the way");
  }

  @Test
  void whoever_waits_for_a_row_holds_none_that_comes_after_it() throws Exception {
    due.next(List.of("a", "m", "z"), TOMORROW);
    try (var fold = Executors.newSingleThreadExecutor()) {
      Future<?> marking;
      try (var _ = holding("m")) {
        marking = fold.submit(() -> happened(Map.of("z", Urgency.EVENT, "m", Urgency.IN_TURN)));
        await().until(this::somebodyWaits);
        assertThatCode(() -> holding("z").close()).doesNotThrowAnyException();
      }
      marking.get();
    }
    assertThat(due.upTo(IN_TURN, NOW, ALL, Set.of())).containsExactly("z", "m");
  }

  private void happened(Map<String, Urgency> people) {
    due.mark(people, Set.of(), Set.of(), NOW);
  }

  private void journey(String subject) {
    world
        .database()
        .sql(
            """
            INSERT INTO journey (subject, partner, role_id, state, role_version, policy_version,
              lines, waiting_on, typical_days, begun_at, waiting_since)
            VALUES (?, 'RBV', 'RBV.ROLE', 'WAITING', 1, 1, '', 'NOBODY', 0, now(), now())\
            """)
        .param(subject)
        .update();
  }

  /** Fails if somebody else holds it. */
  private Connection holding(String subject) throws SQLException {
    var connection = world.dataSource().getConnection();
    connection.setAutoCommit(false);
    try (var select =
        connection.prepareStatement("SELECT FROM due WHERE subject = ? FOR UPDATE NOWAIT")) {
      select.setString(1, subject);
      select.executeQuery();
    }
    return connection;
  }

  private boolean somebodyWaits() {
    return world
        .database()
        .sql(
            """
            SELECT EXISTS (SELECT FROM pg_stat_activity
              WHERE datname = current_database() AND wait_event_type = 'Lock')\
            """)
        .query(Boolean.class)
        .single();
  }
}
