package org.icsregistry.onboarding.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
    due.mark(List.of("echo"), Urgency.ECHO);
    due.mark(List.of("policy"), Urgency.RULES);
    due.next(List.of("daily"), NOW);
    due.mark(List.of("event"), Urgency.EVENT);

    assertThat(due.upTo(NOW, ALL, Set.of())).containsExactly("event", "policy", "echo", "daily");
    assertThat(due.upTo(NOW, 2, Set.of("event"))).containsExactly("policy", "echo");
  }

  @Test
  void nothing_makes_anybody_less_urgent_until_they_were_looked_at() {
    due.mark(List.of("person"), Urgency.EVENT);
    due.mark(List.of("person"), Urgency.ECHO);
    due.again(List.of("person"));

    assertThat(due.lock(List.of("person"), NOW)).containsEntry("person", Urgency.EVENT.dueAt());
  }

  @Test
  void whoever_was_looked_at_is_due_again_the_next_day_or_after_the_next_event() {
    due.mark(List.of("person"), Urgency.EVENT);
    due.next(List.of("person"), TOMORROW);
    assertThat(due.upTo(NOW, ALL, Set.of())).isEmpty();
    assertThat(due.upTo(TOMORROW, ALL, Set.of())).containsExactly("person");

    due.mark(List.of("person"), Urgency.ECHO);

    assertThat(due.lock(List.of("person"), NOW)).containsEntry("person", Urgency.ECHO.dueAt());
  }

  @Test
  void a_policy_makes_those_due_again_who_may_be_looked_at_this_moment() {
    due.mark(List.of("looked at"), Urgency.ECHO);
    due.next(List.of("tomorrow"), TOMORROW);

    due.markConcerned(Set.of(), Set.of("RBV"));

    assertThat(due.lock(List.of("looked at", "tomorrow"), NOW))
        .containsOnlyKeys("looked at")
        .containsEntry("looked at", Urgency.RULES.dueAt());
  }
}
