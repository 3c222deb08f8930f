package org.icsregistry.onboarding.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.icsregistry.contracts.message.JourneyCommand.NoticeIdle;
import org.icsregistry.kit.fixture.RegistryStub.Reply;
import org.icsregistry.kit.loop.Worker;
import org.icsregistry.onboarding.journey.NextCommand;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.dao.DataAccessException;

/** Steps of the sender, one by one. */
class SenderTest {

  private final World world = new World();
  private ApplicationContext service = new StaticApplicationContext();

  @BeforeEach
  void nothingMovesByItself() {
    service = world.start();
    service.getBeansOfType(Worker.class).values().forEach(Worker::stop);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void whoever_was_overtaken_is_due_as_soon_as_the_answer_is_written_down() throws Exception {
    world.http.answering(command -> Reply.accepted(command, 7));
    foldedUpTo("overtaken", 7);
    foldedUpTo("not yet", 6);
    waits("overtaken");
    waits("not yet");

    change("ALTER TABLE due RENAME TO away");
    assertThatThrownBy(this::send).isInstanceOf(DataAccessException.class);
    change("ALTER TABLE away RENAME TO due");
    assertThat(states()).isEqualTo("{PENDING=2}");
    send();

    assertThat(states()).isEqualTo("{ACCEPTED=2}");
    assertThat(text("SELECT string_agg(subject, ',') FROM due WHERE due_at < '9999-01-01'"))
        .isEqualTo("overtaken");
  }

  @Test
  void a_command_that_cannot_be_read_is_set_aside_and_holds_up_nobody() throws Exception {
    waits("of another release");
    waits("of no release");
    waits("person");
    change(
        """
        UPDATE outbox SET type = 'OfNextYear.v1' WHERE subject = 'of another release';
        UPDATE outbox SET data = '{"partner":7,' WHERE subject = 'of no release'\
        """);

    send();

    assertThat(states()).isEqualTo("{ACCEPTED=1, REFUSED=2}");
    assertThat(text("SELECT string_agg(DISTINCT code, ',') FROM outbox WHERE state = 'REFUSED'"))
        .isEqualTo("UNREADABLE");
  }

  @Test
  void nothing_is_asked_of_the_registry_when_no_command_can_be_read() throws Exception {
    waits("person");
    change("UPDATE outbox SET data = 'x'");
    world.http.goAway();

    send();

    assertThat(states()).isEqualTo("{REFUSED=1}");
  }

  @Test
  void what_follows_from_new_rules_waits_until_everybody_was_looked_at() throws Exception {
    waits("of an event");
    waits("of new rules");
    change(
        """
        UPDATE outbox SET urgency = 0 WHERE subject = 'of an event';
        UPDATE outbox SET urgency = 1 WHERE subject = 'of new rules';
        INSERT INTO due (subject, due_at) VALUES ('not looked at', 'epoch'::timestamptz + interval '1 second')\
        """);

    send();
    assertThat(service.getBean(Sender.class).send()).isFalse();
    assertThat(states()).isEqualTo("{ACCEPTED=1, PENDING=1}");

    change("UPDATE due SET due_at = '9999-01-01'");
    send();
    assertThat(states()).isEqualTo("{ACCEPTED=2}");
  }

  @Test
  void rules_that_change_again_and_again_hold_nothing_up_for_ever() throws Exception {
    waits("of new rules");
    change(
        """
        INSERT INTO due (subject, due_at) VALUES ('not looked at', 'epoch'::timestamptz + interval '1 second')\
        """);
    assertThat(service.getBean(Sender.class).send()).isFalse();

    world.clock.forward(Duration.ofMinutes(2));
    send();

    assertThat(states()).isEqualTo("{ACCEPTED=1}");
  }

  private void send() throws InterruptedException {
    assertThat(service.getBean(Sender.class).send()).isTrue();
  }

  private void waits(String subject) {
    var matter = UUID.randomUUID().toString();
    service
        .getBean(Outbox.class)
        .keep(
            subject,
            R0A,
            NextCommand.once(matter, new NoticeIdle(R0A, ROLE, 30)),
            world.clock.instant());
  }

  private void foldedUpTo(String subject, long logIndex) {
    world
        .database()
        .sql("INSERT INTO person (subject, passport, last_index, recorded_at) VALUES (?, '', ?, ?)")
        .params(subject, logIndex, Timestamp.from(world.clock.instant()))
        .update();
    change("INSERT INTO due (subject, due_at) VALUES ('" + subject + "', '9999-01-01')");
  }

  private void change(String sql) {
    world.database().sql(sql).update();
  }

  private String states() {
    return text(
        """
        SELECT '{' || string_agg(state || '=' || many, ', ' ORDER BY state) || '}'
        FROM (SELECT state, count(*) many FROM outbox GROUP BY state) s\
        """);
  }

  private String text(String sql) {
    return world.database().sql(sql).query(String.class).single();
  }
}
