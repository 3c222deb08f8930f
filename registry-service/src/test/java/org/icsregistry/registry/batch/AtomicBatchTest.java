package org.icsregistry.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.Submitter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch commits as a whole or not at all, and what fails in it fails alone. */
class AtomicBatchTest {

  private static final int MANY = 300;

  private final RunningRegistry registry = RunningRegistry.shared();
  private final Submitter submitter = new Submitter(registry);
  private final String partner = Commands.admitted(registry);
  private final String person = Commands.id();

  @AfterEach
  void stopInterfering() {
    registry.interference().stop();
  }

  @Test
  void theTransactionsAreTheDatabases() {
    assertThat(registry.bean(PlatformTransactionManager.class))
        .isInstanceOf(JdbcTransactionManager.class)
        .isSameAs(registry.bean(TransactionTemplate.class).getTransactionManager());
  }

  @Test
  void manyRepetitionsOfOneCommand_getItsAnswerTogether_andOneThatDiffersDoesNot() {
    submitter.send(partner, Commands.registerVolunteer(partner, person));
    var batches = batches();
    var id = Commands.id();
    var command = Commands.recordTraining(partner, id, person, Commands.id());
    var other = Commands.recordTraining(partner, id, person, Commands.id());
    var sent = new ArrayList<>(Collections.nCopies(MANY, command));
    sent.add(other);

    var answers = submitter.inOneBatch(partner, sent);

    assertThat(answers.subList(0, MANY)).allMatch(answer -> answer.equals(answers.getFirst()));
    assertThat(Submitter.code(answers.getLast())).isEqualTo("DUPLICATE_ID_DIFFERENT_BODY");
    assertThat(batches() - batches).isLessThan(10);
    assertThat(registry.store().typesAbout(person)).containsOnlyOnce("TrainingRecorded.v1");
    LogCheck.everythingHolds(registry.store());
  }

  private long batches() {
    return registry.bean(MeterRegistry.class).get("registry.batch.size").summary().count();
  }

  @Test
  void eventsWithoutTheirReceipt_areNotRecordedEither() {
    submitter.send(partner, Commands.registerVolunteer(partner, person));
    var damned = Commands.id();
    registry
        .store()
        .owner()
        .sql(
            """
            create function refuse_damned() returns trigger language plpgsql as $$
            begin
              if new.id = '%s' then raise exception 'damned'; end if;
              return new;
            end $$;
            create trigger damned before insert on command_receipt for each row execute function refuse_damned();
            """
                .formatted(damned))
        .update();
    try {
      var before = registry.store().size();
      var answer =
          submitter.send(partner, Commands.recordTraining(partner, damned, person, Commands.id()));
      assertThat(Submitter.code(answer)).isEqualTo("UNDECIDED");
      assertThat(registry.store().size()).isEqualTo(before);
      assertThat(registry.store().typesAbout(person)).doesNotContain("TrainingRecorded.v1");
    } finally {
      registry
          .store()
          .owner()
          .sql("drop trigger damned on command_receipt; drop function refuse_damned()")
          .update();
    }
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void aRefusedCommand_leavesItsNeighboursUntouched_onTheSameAggregateToo() {
    submitter.send(partner, Commands.registerVolunteer(partner, person));
    var item = Commands.id();
    var answers =
        submitter.inOneBatch(
            partner,
            List.of(
                Commands.recordTraining(partner, person, item),
                Commands.recordTraining(partner, person, item),
                Commands.withdrawTraining(partner, person, Commands.id()),
                Commands.withdrawTraining(partner, person, item),
                Commands.withdrawTraining(partner, person, item),
                Commands.recordTraining(partner, person, Commands.id())));

    assertThat(answers).extracting(Answer::status).containsExactly(201, 409, 404, 201, 409, 201);
    assertThat(registry.store().typesAbout(person))
        .endsWith("TrainingRecorded.v1", "TrainingWithdrawn.v1", "TrainingRecorded.v1");
    assertThat(recordedAtOnce(answers)).as("moments of recording").isEqualTo(1);
    LogCheck.everythingHolds(registry.store());
  }

  private long recordedAtOnce(List<Answer> answers) {
    var indexes =
        answers.stream()
            .filter(a -> a.events() != null)
            .flatMap(a -> a.events().stream())
            .map(e -> Long.toString(e.logIndex()))
            .toList();
    return registry
        .store()
        .owner()
        .sql(
            "select count(distinct recorded_at) from event_log where log_index in (%s)"
                .formatted(String.join(",", indexes)))
        .query(Long.class)
        .single();
  }

  @Test
  void anUnexpectedFaultInOneCommand_leavesItUndecided_andItsNeighboursAccepted() {
    submitter.send(partner, Commands.registerVolunteer(partner, person));
    var faulty = partner + ".FAULTY";
    registry.interference().failAt(faulty, new IllegalStateException("injected"));
    var item = Commands.id();

    var answers =
        submitter.inOneBatch(
            partner,
            List.of(
                Commands.recordTraining(partner, person, item),
                Commands.clear(partner, person, faulty),
                Commands.withdrawTraining(partner, person, item),
                Commands.registerVolunteer(partner, Commands.id())));

    assertThat(answers).extracting(Answer::status).containsExactly(201, 500, 201, 201);
    assertThat(Submitter.code(answers.get(1))).isEqualTo("UNDECIDED");
    assertThat(registry.store().typesAbout(person))
        .endsWith("TrainingRecorded.v1", "TrainingWithdrawn.v1");
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void anUndecidedCommand_isDecidedWhenItIsSentAgain() {
    var role = partner + ".HELPER";
    submitter.send(partner, Commands.registerVolunteer(partner, person));
    submitter.send(partner, Commands.defineRole(partner, role));
    var clear = Commands.clear(partner, person, role);
    registry.interference().failAt(role, new IllegalStateException("injected"));
    assertThat(submitter.send(partner, clear).status()).isEqualTo(500);

    registry.interference().stop();

    assertThat(submitter.send(partner, clear).status()).isEqualTo(201);
  }

  @Test
  void anError_leavesItsCommandUndecided_andTheQueueGoesOn() {
    var role = partner + ".HELPER";
    submitter.send(partner, Commands.registerVolunteer(partner, person));
    registry.interference().failAt(role, new StackOverflowError("injected"));

    assertThat(submitter.send(partner, Commands.clear(partner, person, role)).status())
        .isEqualTo(500);

    assertThat(submitter.send(partner, Commands.registerVolunteer(partner, Commands.id())).status())
        .isEqualTo(201);
  }

  @Test
  void anEventThatDoesNotFitIntoAnEntry_isRefused_andItsNeighboursAccepted() {
    var command =
        new org.icsregistry.contracts.message.RoleCommand.DefineRole(
            "x".repeat(65_535), org.icsregistry.contracts.code.EngagementMode.SHIFT, List.of());
    var origin =
        new org.icsregistry.registry.command.CommandContext.Origin(
            partner, partner + ".HUGE", Commands.id(), null, null);
    var huge = new Submission(origin, command, new byte[32], List.of());
    var queue = registry.bean(CommandQueue.class);
    queue.offer(huge, Lane.PARTNERS);
    var neighbour = submitter.submit(partner, Commands.registerVolunteer(partner, Commands.id()));

    assertThat(Submitter.code(huge.answer().join())).isEqualTo("BODY_TOO_LARGE");
    assertThat(neighbour.join().status()).isEqualTo(201);
    LogCheck.everythingHolds(registry.store());
  }

  @Test
  void afterAnUndoneBatch_aggregatesAreReadAnew() {
    submitter.send(partner, Commands.registerVolunteer(partner, person));
    var item = Commands.id();
    registry.interference().failAt(partner + ".FAULTY", new IllegalStateException("injected"));
    for (int i = 0; i < 3; i++) {
      submitter.inOneBatch(
          partner,
          List.of(
              Commands.recordTraining(partner, person, item),
              Commands.clear(partner, person, partner + ".FAULTY")));
    }
    assertThat(registry.store().typesAbout(person).stream().filter("TrainingRecorded.v1"::equals))
        .hasSize(1);
    assertThat(submitter.send(partner, Commands.withdrawTraining(partner, person, item)).status())
        .isEqualTo(201);
    LogCheck.everythingHolds(registry.store());
  }
}
