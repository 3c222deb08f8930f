package org.icsregistry.onboarding.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.message.JourneyCommand.NoticeIdle;
import org.icsregistry.onboarding.fold.Urgency;
import org.icsregistry.onboarding.journey.NextCommand;
import org.icsregistry.onboarding.outbox.Pending.Answered;
import org.icsregistry.onboarding.outbox.Pending.Row;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sent first. */
class OutboxTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant SOON = NOW.plusSeconds(60);
  private static final int ALL = 100;

  private final World world = new World();
  private Outbox outbox = new Outbox(new JdbcTemplate());
  private Pending pending = new Pending(new JdbcTemplate());
  private TransactionTemplate transaction = new TransactionTemplate();

  @BeforeEach
  void tables() {
    world.start().close();
    var source = world.dataSource();
    var jdbc = new JdbcTemplate(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    outbox = new Outbox(jdbc);
    pending = new Pending(jdbc);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void what_follows_from_an_event_goes_first_and_what_was_done_before_goes_in_turn() {
    wanted("policy", Urgency.RULES);
    outbox.keep("note", R0A, command("note"), NOW);
    wanted("morning", Urgency.IN_TURN);
    wanted("event", Urgency.EVENT);

    assertThat(order()).containsExactly("event", "policy", "note", "morning");
  }

  @Test
  void a_command_that_the_registry_had_no_time_for_is_as_urgent_as_before() {
    wanted("event", Urgency.EVENT);
    var answered = new Answered(NOW);
    answered.later(
        pending.take(NOW, Urgency.IN_TURN, ALL).getFirst(), "OVERLOADED", NOW.plusSeconds(1));
    pending.store(answered);

    wanted("policy", Urgency.RULES);

    assertThat(order()).containsExactly("event", "policy");
  }

  @Test
  void a_command_that_waits_becomes_more_urgent_when_an_event_wants_it_too_and_never_less() {
    wanted("first", Urgency.RULES);
    wanted("second", Urgency.RULES);

    wanted("second", Urgency.EVENT);
    wanted("second", Urgency.IN_TURN);

    assertThat(order()).containsExactly("second", "first");
  }

  @Test
  void a_command_that_is_being_sent_is_not_waited_for() {
    wanted("person", Urgency.RULES);
    var impatient = new JdbcTemplate(world.dataSource());
    impatient.setQueryTimeout(5);
    var look = new Outbox(impatient);

    transaction.executeWithoutResult(_ -> {
      pending.take(NOW, Urgency.IN_TURN, ALL);
      wanted(look, "person", Urgency.EVENT);
    });

    assertThat(order()).containsExactly("person");
  }

  private void wanted(String subject, Urgency urgency) {
    wanted(outbox, subject, urgency);
  }

  private static void wanted(Outbox outbox, String subject, Urgency urgency) {
    outbox.reconcile(
        Map.of(subject, urgency),
        List.of(new Wanted(subject, R0A, ROLE, null, 0, List.of(command(subject)))),
        NOW);
  }

  private static NextCommand command(String subject) {
    return NextCommand.once("matter of " + subject, new NoticeIdle(R0A, ROLE, 30));
  }

  private List<String> order() {
    return pending.take(SOON, Urgency.IN_TURN, ALL).stream().map(Row::subject).toList();
  }
}
