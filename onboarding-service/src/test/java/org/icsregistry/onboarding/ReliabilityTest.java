package org.icsregistry.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.kit.fixture.RegistryStub.Reply;
import org.icsregistry.onboarding.world.Breakage;
import org.icsregistry.onboarding.world.Ics;
import org.icsregistry.onboarding.world.TinyRegistry.Decided;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

  private final World world = new World().withPartners();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void two_instances_act_once() {
    world.start();
    world.start();

    var people = newcomers(12);

    await().atMost(Duration.ofMinutes(1)).until(() -> people.stream().allMatch(this::cleared));
    everythingHappenedOnce(people);
  }

  @Test
  void a_batch_that_dies_before_its_commit_is_done_again_and_nothing_twice() {
    Breakage.LEFT.set(3);
    world.start(Breakage.class);

    var people = newcomers(3);

    await().atMost(Duration.ofMinutes(1)).until(() -> people.stream().allMatch(this::cleared));
    assertThat(Breakage.LEFT).hasValue(0);
    everythingHappenedOnce(people);
  }

  @Test
  void an_answer_that_is_lost_is_fetched_again_under_the_same_id() {
    var lost = new AtomicBoolean(true);
    world.http.answering(command -> {
      var reply = world.registry.decide(command);
      return lost.getAndSet(false) ? Reply.refused(503, "UNDECIDED") : reply;
    });
    world.start();

    var people = newcomers(2);

    await().atMost(Duration.ofMinutes(1)).until(() -> people.stream().allMatch(this::cleared));
    everythingHappenedOnce(people);
    assertThat(world.registry.repeated()).isPositive();
  }

  @Test
  void a_restarted_service_goes_on_with_what_came_meanwhile() {
    var first = world.start();
    var early = newcomers(2);
    await().atMost(Duration.ofMinutes(1)).until(() -> early.stream().allMatch(this::cleared));
    first.close();

    var late = newcomers(2);
    world.start();

    await().atMost(Duration.ofMinutes(1)).until(() -> late.stream().allMatch(this::cleared));
    everythingHappenedOnce(Stream.concat(early.stream(), late.stream()).toList());
  }

  @Test
  void a_service_that_lost_its_database_tells_the_registry_nothing_new() {
    var people = newcomers(3);
    var first = world.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> people.stream().allMatch(this::cleared));
    await().until(() -> pending() == 0);
    first.close();
    int decided = world.registry.decided().size();
    world
        .database()
        .sql(
            "TRUNCATE log_position, person, partner, role, occasion, due, journey, outbox, moment,"
                + " message, notice, preference, called_up")
        .update();

    world.start();

    await().until(() -> position() == world.log.nextIndex() && pending() == 0 && nobodyIsDue());
    assertThat(world.registry.decided().stream().skip(decided)).noneMatch(Decided::accepted);
    assertThat(people).allMatch(this::cleared);
  }

  @Test
  void a_registry_that_is_away_is_waited_for() {
    world.start();
    world.http.goAway();
    var people = newcomers(2);
    await().until(() -> position() == world.log.nextIndex());

    world.http.comeBack();

    await().atMost(Duration.ofMinutes(1)).until(() -> people.stream().allMatch(this::cleared));
    everythingHappenedOnce(people);
  }

  @Test
  void a_refusal_is_kept_visibly_and_the_next_event_tries_anew() {
    var refusing = new AtomicBoolean(true);
    world.http.answering(command ->
        refusing.get() && command.path("type").stringValue().equals("ClearForRole.v1")
            ? Reply.refused(409, "REQUIREMENTS_NOT_MET")
            : world.registry.decide(command));
    var web = world.web(world.start());
    var person = newcomers(1).getFirst();
    await().until(() -> refusals() > 0);
    assertThat(web.get("/actuator/prometheus").body())
        .contains("answer=\"REQUIREMENTS_NOT_MET\"", "onboarding_outbox_refused");

    refusing.set(false);
    world.clock.forward(Duration.ofHours(21));
    world.registry.tell(R0A, person, Ics.trained("later", "CSTF_DATA", R0A, Ics.DAY));

    await().until(() -> cleared(person));
  }

  @Test
  void a_poison_event_stops_the_service_visibly_and_is_not_passed() {
    var web = world.web(world.start());
    var before = newcomers(1).getFirst();
    await().until(() -> cleared(before));
    long poison =
        world.log.appendBytes(
            "x",
            """
            {"specversion":"1.0","id":"1","type":"OfNextYear.v1","source":"urn:org:RBV","subject":"x",
             "time":"2026-11-22T12:00:00Z","logindex":"0","causationid":"c","data":{}}\
            """
                .getBytes(UTF_8));
    var after = world.newcomer();

    await().until(() -> web.get("/actuator/health").statusCode() == 503);
    assertThat(web.get("/actuator/health").body())
        .contains("at log index " + poison + ": UnknownEventTypeException");
    assertThat(web.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(web.get("/actuator/prometheus").body())
        .containsPattern("registry_log_stopped\\{.*} 1");
    assertThat(position()).isEqualTo(poison);
    assertThat(world.registry.accepted(after)).isEmpty();
  }

  @Test
  void somebody_whose_values_are_damaged_is_set_aside_and_holds_up_nobody() {
    var web = world.web(world.start());
    var damaged = world.newcomer();
    world.registry.tell(
        R0A,
        damaged,
        new CheckRecorded(
            "broken",
            CheckCode.IDENTITY,
            R0A,
            IssuerCategory.NHS_TRUST,
            Ics.DAY,
            new Sealed<>("not.a.jwe")));
    var person = newcomers(1).getFirst();

    await().until(() -> cleared(person));
    await()
        .until(() ->
            web.get("/actuator/prometheus").body().contains("onboarding_people_failing{")
                && world
                        .database()
                        .sql("SELECT failures FROM due WHERE subject = ?")
                        .param(damaged)
                        .query((row, _) -> row.getInt(1))
                        .single()
                    > 0);
  }

  @Test
  void an_erased_person_is_not_asked_for_anything() {
    world.start();
    var person = world.newcomer();
    await().until(() -> world.registry.accepted(person).size() == 4);
    world.vault.erase(person);
    world.registry.tell(
        R0A,
        person,
        world.vault.check(
            "somebody-else", "c9", CheckCode.IDENTITY, R0A, Ics.identity(CheckLevel.LOW)));

    await().until(() -> position() == world.log.nextIndex() && nobodyIsDue());
    assertThat(world.registry.accepted(person)).hasSize(4);
  }

  /** People who find everything that R0A asks for done as soon as they say yes. */
  private List<String> newcomers(int many) {
    var people = IntStream.range(0, many).mapToObj(_ -> world.newcomer()).toList();
    people.forEach(world::closeTheGap);
    return people;
  }

  private boolean cleared(String person) {
    return world.registry.cleared(person);
  }

  private void everythingHappenedOnce(List<String> people) {
    await().until(() -> pending() == 0);
    for (var person : people) {
      assertThat(world.registry.accepted(person)).doesNotHaveDuplicates();
      assertThat(world.registry.accepted(person)).contains(new ClearForRole(R0A, ROLE));
    }
    var sent = world.registry.decided();
    assertThat(sent.stream().filter(Decided::accepted).map(d -> d.subject() + d.command()))
        .doesNotHaveDuplicates();
    assertThat(sent.stream().filter(d -> !d.accepted()).map(d -> "" + d.refused()))
        .allMatch(refused -> refused.contains("ALREADY") || refused.contains("NOT_MET"));
  }

  private long pending() {
    return count("SELECT count(*) FROM outbox WHERE state = 'PENDING'");
  }

  private long refusals() {
    return count("SELECT count(*) FROM outbox WHERE state = 'REFUSED'");
  }

  private boolean nobodyIsDue() {
    return world
        .database()
        .sql("SELECT NOT EXISTS (SELECT FROM due WHERE due_at <= ?)")
        .param(Timestamp.from(world.clock.instant()))
        .query(Boolean.class)
        .single();
  }

  private long position() {
    return count("SELECT coalesce(max(next_index), 0) FROM log_position");
  }

  private long count(String query) {
    return world.database().sql(query).query((row, _) -> row.getLong(1)).single();
  }
}
