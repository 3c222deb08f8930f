package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.kit.fixture.RegistryStub.Reply;
import org.icsregistry.onboarding.world.Ics;
import org.icsregistry.onboarding.world.TinyRegistry.Decided;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partner changes its policy, and everybody whom that concerns is looked at again, once. */
class ReassessmentTest {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int PEOPLE = 15;

  private final World world = new World().withPartners();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void two_instances_share_it_and_act_once() {
    world.start();
    world.start();
    var people = cleared();

    world.registry.tell(R0A, R0A, Ics.policy(2));

    await().atMost(LONG).until(() -> allLookedAt() && settled());
    whatFollowsHappenedOnce(people);
  }

  @Test
  void whoever_dies_in_the_middle_of_it_leaves_it_to_be_gone_on_with() {
    world.start();
    var people = cleared();
    var lapsed = new HashSet<String>();
    world.http.answering(command -> {
      var reply = world.registry.decide(command);
      if (command.path("type").stringValue().equals("LapseClearance.v1")
          && lapsed.add(command.path("id").stringValue())
          && lapsed.size() % 5 == 0) {
        // Decided, and the one who asked will not remember.
        world.cutConnections();
      }
      return reply;
    });

    world.registry.tell(R0A, R0A, Ics.policy(2));

    await().atMost(LONG).until(() -> allLookedAt() && settled());
    assertThat(world.registry.repeated()).isPositive();
    whatFollowsHappenedOnce(people);
  }

  @Test
  void a_policy_that_changes_no_outcome_leads_to_no_command() {
    world.start();
    var waiting = world.newcomer();
    await().until(() -> world.registry.accepted(waiting).size() == 4 && settled());

    world.registry.tell(R0A, R0A, Ics.trusting(2));

    await().until(() -> allLookedAt() && settled());
    assertThat(world.registry.accepted(waiting)).hasSize(4);
  }

  @Test
  void an_overloaded_registry_is_given_time_and_gets_everything_in_the_end() {
    world.start();
    var people = cleared();
    var answered = new HashSet<String>();
    world.http.answering(command ->
        answered.add(command.path("id").stringValue())
            ? Reply.refused(429, "OVERLOADED")
            : world.registry.decide(command));

    world.registry.tell(R0A, R0A, Ics.policy(2));
    await()
        .atMost(LONG)
        .until(() -> {
          world.clock.forward(Duration.ofSeconds(10));
          world.wake();
          return allLookedAt() && settled();
        });

    whatFollowsHappenedOnce(people);
  }

  private List<String> cleared() {
    var people = IntStream.range(0, PEOPLE).mapToObj(_ -> world.newcomer()).toList();
    people.forEach(world::closeTheGap);
    await()
        .atMost(LONG)
        .until(() -> people.stream().allMatch(world.registry::cleared) && settled());
    return people;
  }

  /** Nobody has to be looked at, and everything is answered. */
  private boolean settled() {
    return world
        .database()
        .sql(
            """
            SELECT NOT EXISTS (SELECT FROM due WHERE due_at <= :now)
              AND NOT EXISTS (SELECT FROM outbox WHERE state = 'PENDING')
              AND (SELECT next_index FROM log_position) >= :end
            """)
        .param("now", Timestamp.from(world.clock.instant()))
        .param("end", world.log.nextIndex())
        .query(Boolean.class)
        .single();
  }

  private boolean allLookedAt() {
    return world
        .database()
        .sql("SELECT count(*) = 0 FROM journey WHERE policy_version < 2")
        .query(Boolean.class)
        .single();
  }

  private void whatFollowsHappenedOnce(List<String> people) {
    var accepted = world.registry.decided().stream().filter(Decided::accepted).toList();
    assertThat(accepted.stream().map(d -> d.subject() + d.command())).doesNotHaveDuplicates();
    for (var person : people) {
      var commands = world.registry.accepted(person);
      assertThat(commands).contains(new LapseClearance(R0A, ROLE, LapseReason.POLICY_CHANGED));
      assertThat(commands)
          .filteredOn(
              c -> c instanceof DecideRecognition d && d.decision() == RecognitionDecision.REPEAT)
          .hasSize(3);
    }
  }
}
