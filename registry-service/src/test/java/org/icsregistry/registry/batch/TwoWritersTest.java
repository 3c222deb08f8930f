package org.icsregistry.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.fixture.Commands.HOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.Submitter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances on one database. */
class TwoWritersTest {

  private static final int BATCHES = 200;
  private static final int COMMANDS_PER_BATCH = 8;
  private static final int SHARED_PEOPLE = 40;

  private static final RunningRegistry FIRST = RunningRegistry.shared();
  private static final RunningRegistry SECOND = FIRST.another();

  private final Submitter viaFirst = new Submitter(FIRST);
  private final Submitter viaSecond = new Submitter(SECOND);

  @AfterAll
  static void stopSecond() {
    SECOND.close();
  }

  @AfterEach
  void stopInterfering() {
    FIRST.interference().stop();
    SECOND.interference().stop();
  }

  @Test
  void hundredsOfBatchesAtOnce_leaveOneUnbrokenLog() {
    var partner = Commands.admitted(FIRST);
    var role = partner + ".HELPER";
    FIRST.accept(partner, Commands.defineRole(partner, role));
    var people = IntStream.range(0, SHARED_PEOPLE).mapToObj(_ -> Commands.id()).toList();
    people.forEach(p -> FIRST.accept(partner, Commands.registerVolunteer(partner, p)));
    long before = FIRST.store().size();

    var one = CompletableFuture.supplyAsync(() -> manyBatches(viaFirst, 1, partner, role, people));
    var two = CompletableFuture.supplyAsync(() -> manyBatches(viaSecond, 2, partner, role, people));

    long events = one.join() + two.join();
    assertThat(FIRST.store().size()).isEqualTo(before + events);
    LogCheck.everythingHolds(FIRST.store());
  }

  /** The number of events the answers name. */
  private static long manyBatches(
      Submitter submitter, long seed, String partner, String role, List<String> people) {
    var random = new Random(seed);
    long events = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      var answers = new ArrayList<CompletableFuture<Answer>>();
      for (int i = 0; i < COMMANDS_PER_BATCH; i++) {
        answers.add(
            submitter.submit(
                partner,
                aCommand(random, partner, role, people.get(random.nextInt(people.size())))));
      }
      for (var answer : answers) {
        var done = answer.join();
        assertThat(done.status()).isNotIn(429, 500, 503);
        events += done.events() == null ? 0 : done.events().size();
      }
    }
    return events;
  }

  private static String aCommand(Random random, String partner, String role, String person) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> Commands.recordTraining(partner, person, Commands.id());
      case 2 -> Commands.clear(partner, person, role);
      case 3 -> Commands.link(partner, person);
      case 4 -> Commands.reviseRole(partner, role, 16 + random.nextInt(3));
      default -> Commands.registerVolunteer(partner, Commands.id());
    };
  }

  @Test
  void aDecision_isTakenAgain_whenTheOtherWriterRevisesTheRoleMeanwhile() {
    var partner = Commands.admitted(FIRST);
    var role = partner + ".HELPER";
    var person = Commands.id();
    FIRST.accept(
        partner, Commands.defineRole(partner, role), Commands.registerVolunteer(partner, person));

    SECOND
        .interference()
        .afterLookAt(role, () -> viaFirst.send(partner, Commands.reviseRole(partner, role, 99)));
    var answer = viaSecond.send(partner, Commands.clear(partner, person, role));

    assertThat(Submitter.code(answer)).isEqualTo("REQUIREMENTS_NOT_MET");
    assertThat(FIRST.store().typesAbout(person)).doesNotContain("ClearedForRole.v1");
  }

  @Test
  void aDecision_isTakenAgain_whenTheOtherWriterSuspendsThePartnerMeanwhile() {
    var partner = Commands.admitted(FIRST);
    SECOND
        .interference()
        .afterLookAt(partner, () -> viaFirst.send(HOST, Commands.suspend(partner)));
    var person = Commands.id();

    var answer = viaSecond.send(partner, Commands.registerVolunteer(partner, person));

    assertThat(Submitter.code(answer)).isEqualTo("PARTNER_SUSPENDED");
    assertThat(FIRST.store().typesAbout(person)).isEmpty();
  }

  @Test
  void aDecision_isTakenAgain_whenTheOtherWriterAppendsToTheSameAggregateMeanwhile() {
    var partner = Commands.admitted(FIRST);
    var person = Commands.id();
    FIRST.accept(partner, Commands.registerVolunteer(partner, person));
    var item = Commands.id();
    SECOND
        .interference()
        .afterLookAt(
            partner, () -> viaFirst.send(partner, Commands.recordTraining(partner, person, item)));

    var answer = viaSecond.send(partner, Commands.recordTraining(partner, person, item));

    assertThat(Submitter.code(answer)).isEqualTo("ITEM_ALREADY_RECORDED");
  }

  @Test
  void aRefusal_neverRestsOnWhatTheOtherWriterHasChangedLongAgo() {
    var partner = Commands.organisation();
    FIRST.accept(HOST, Commands.registerPartner(partner, "NHS_TRUST"));
    var tooEarly = viaSecond.send(partner, Commands.registerVolunteer(partner, Commands.id()));
    assertThat(Submitter.code(tooEarly)).isEqualTo("AGREEMENTS_NOT_SIGNED");

    FIRST.accept(partner, Commands.sign(partner, "DSA"), Commands.sign(partner, "TERMS_OF_USE"));

    var person = Commands.id();
    assertThat(viaSecond.send(partner, Commands.registerVolunteer(partner, person)).status())
        .isEqualTo(201);
  }

  @Test
  void aRefusal_neverRestsOnAnOldStateOfTheVeryAggregate() {
    var partner = Commands.admitted(FIRST);
    var person = Commands.id();
    var item = Commands.id();
    assertThat(viaSecond.send(partner, Commands.registerVolunteer(partner, person)).status())
        .isEqualTo(201);
    FIRST.accept(partner, Commands.recordTraining(partner, person, item));

    var answers =
        viaSecond.inOneBatch(
            partner,
            List.of(
                Commands.withdrawTraining(partner, person, item),
                Commands.registerVolunteer(partner, Commands.id())));

    assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
  }

  @Test
  void oneCommandSentToBothAtOnce_getsOneAnswer() {
    var partner = Commands.admitted(FIRST);
    for (int i = 0; i < 20; i++) {
      var person = Commands.id();
      var command = Commands.registerVolunteer(partner, person);
      var one = viaFirst.submit(partner, command);
      var two = viaSecond.submit(partner, command);
      assertThat(one.join()).isEqualTo(two.join());
      assertThat(one.join().status()).isEqualTo(201);
      assertThat(FIRST.store().typesAbout(person))
          .containsExactly("VolunteerRegistered.v1", "PartnerLinked.v1");
    }
  }

  @Test
  void oneRefusedCommandSentToBothAtOnce_getsOneAnswer() {
    var partner = Commands.admitted(FIRST);
    for (int i = 0; i < 20; i++) {
      var command = Commands.link(partner, Commands.id());
      var one = viaFirst.submit(partner, command);
      var two = viaSecond.submit(partner, command);
      assertThat(one.join()).isEqualTo(two.join());
      assertThat(one.join().status()).isEqualTo(404);
    }
  }
}
