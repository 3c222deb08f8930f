package org.icsregistry.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.Submitter;
import org.junit.jupiter.api.Test;

/** A batch that is decided while the one before, on which it rests, is still being written. */
class DecidedAheadTest {

  private static final int MANY = 200;

  /** From as many waiting commands on, a batch is decided ahead. */
  private static final int AHEAD = 16;

  private final RunningRegistry registry = RunningRegistry.shared();
  private final Submitter submitter = new Submitter(registry);
  private final String partner = Commands.admitted(registry);
  private final String person = Commands.id();

  @Test
  void itIsAccepted_whenTheOneBeforeCommits() throws SQLException {
    var before = registry.store().size();
    var answers = aheadOf(Commands.registerVolunteer(partner, person), trainings(MANY));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.getFirst().events()).isNotEmpty();
    assertThat(registry.store().typesAbout(person).stream().filter("TrainingRecorded.v1"::equals))
        .hasSize(MANY);
    assertThat(registry.store().size()).isGreaterThanOrEqualTo(before + MANY + 1);
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void itIsDecidedAgain_whenTheOneBeforeFails() throws SQLException {
    var damned = Commands.id();
    refuseReceipt(damned);
    try {
      var answers = aheadOf(Commands.registerVolunteer(partner, damned, person), trainings(MANY));

      assertThat(Submitter.code(answers.getFirst())).isEqualTo("UNDECIDED");
      assertThat(answers.subList(1, answers.size()))
          .extracting(Submitter::code)
          .containsOnly("VOLUNTEER_UNKNOWN");
      assertThat(registry.store().typesAbout(person)).isEmpty();
    } finally {
      acceptReceipts();
    }
    assertThat(submitter.send(partner, Commands.registerVolunteer(partner, person)).status())
        .isEqualTo(201);
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void aCommandOfTheOneBefore_sentAgain_getsItsFirstAnswer() throws SQLException {
    var register = Commands.registerVolunteer(partner, person);
    var answers = aheadOf(register, Stream.concat(trainings(MANY), Stream.of(register)));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.getLast()).isEqualTo(answers.getFirst());
    LogCheck.everythingHolds(registry.store());
  }

  private Stream<String> trainings(int count) {
    return Stream.generate(() -> Commands.recordTraining(partner, person, Commands.id()))
        .limit(count);
  }

  /** The answers to a command whose writing waits for the log, and to those decided meanwhile. */
  private List<Answer> aheadOf(String first, Stream<String> then) throws SQLException {
    CompletableFuture<Answer> answer;
    List<CompletableFuture<Answer>> others;
    try (var stalled = registry.store().stall()) {
      answer = submitter.submit(partner, first);
      await().until(() -> submitter.waiting() == 0);
      others = then.map(command -> submitter.submit(partner, command)).toList();
      await().until(() -> submitter.waiting() <= MANY - AHEAD + 1);
      assertThat(answer).isNotDone();
      stalled.commit();
    }
    return Stream.concat(Stream.of(answer), others.stream()).map(CompletableFuture::join).toList();
  }

  private void refuseReceipt(String id) {
    registry
        .store()
        .owner()
        .sql(
            """
            create function refuse_ahead() returns trigger language plpgsql as $$
            begin
              if new.id = '%s' then raise exception 'refused'; end if;
              return new;
            end $$;
            create trigger ahead before insert on command_receipt for each row execute function refuse_ahead();
            """
                .formatted(id))
        .update();
  }

  private void acceptReceipts() {
    registry
        .store()
        .owner()
        .sql("drop trigger ahead on command_receipt; drop function refuse_ahead()")
        .update();
  }
}
