package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.HoldReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.ErasureCommand;
import org.icsregistry.contracts.message.ErasureCommand.EraseCategory;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Hold;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is not to be kept any longer is erased through commands, once. */
class RetentionTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration HALF_A_YEAR = Duration.ofDays(184);
  private static final Duration SIX_YEARS = Duration.ofDays(6 * 366);

  private final World world = new World().withPartners();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void two_instances_erase_checks_after_six_months_and_the_file_after_six_years_once() {
    world.startWithRetention();
    world.startWithRetention();
    var person = somebodyWhoLeft();

    // What is still done for the person after the clock was set forward would count as a use then.
    await().atMost(PATIENCE).until(world::quiet);
    world.clock.forward(HALF_A_YEAR);
    await().atMost(PATIENCE).until(() -> erasures(person).size() == 1);
    await().atMost(PATIENCE).until(world::quiet);
    world.clock.forward(SIX_YEARS);
    await().atMost(PATIENCE).until(() -> erasures(person).size() == 2);

    assertThat(erasures(person))
        .containsExactly(
            new EraseCategory(Category.CHECKS, ErasureGround.RETENTION, "retention-schedule"),
            new EraseVolunteer(ErasureGround.RETENTION, "retention-schedule", List.of()));
  }

  @Test
  void what_is_due_can_be_seen_before_and_nothing_is_erased_unless_that_is_wanted() {
    var web = world.web(world.start());
    var person = somebodyWhoLeft();
    var day = LocalDate.ofInstant(world.clock.instant().plus(HALF_A_YEAR), ZoneOffset.UTC);

    await().atMost(PATIENCE).until(() -> !due(web, "?by=" + day).path("due").isEmpty());
    var seen = due(web, "?by=" + day);
    assertThat(seen.path("enabled").booleanValue()).isFalse();
    assertThat(seen.at("/due/0/subject").stringValue()).isEqualTo(person);
    assertThat(seen.at("/due/0/record").stringValue()).isEqualTo("CHECKS");
    assertThat(due(web, "").path("due")).isEmpty();

    world.clock.forward(SIX_YEARS);
    await().atMost(PATIENCE).until(() -> !due(web, "").path("due").isEmpty());
    assertThat(due(web, "?limit=1").at("/due/0/record").stringValue()).isEqualTo("VOLUNTEER_FILE");
    assertThat(erasures(person)).isEmpty();
    var partner = world.signIn.token(R0A, "partner");
    assertThat(web.with(partner).get("/v1/retention/due").statusCode()).isEqualTo(403);
  }

  @Test
  void whoever_is_forgotten_is_forgotten_under_every_id() {
    world.start();
    var person = world.newcomer();
    var other = world.newcomer();
    world.registry.tell("QOP", other, new VolunteersMerged(other, person, false));
    world.registry.tell("QOP", person, new VolunteersMerged(other, person, true));
    var hold = new Hold(Category.CHECKS, HoldReason.SAFEGUARDING, LocalDate.of(2999, 12, 31));

    world.registry.tell(
        "QOP",
        person,
        new VolunteerErased(
            ErasureGround.REQUESTED,
            "dpo-1",
            List.of(Category.CONTACT, Category.HEALTH),
            List.of(hold),
            List.of()));

    await().atMost(PATIENCE).until(() -> !erasures(other).isEmpty());
    assertThat(erasures(other))
        .containsExactly(new EraseVolunteer(ErasureGround.REQUESTED, "dpo-1", List.of(hold)));
    assertThat(erasures(person)).isEmpty();
  }

  private JsonNode due(Web web, String query) {
    return Web.json(web.with(world.signIn.token("QOP", "lead")).get("/v1/retention/due" + query));
  }

  private String somebodyWhoLeft() {
    var person = world.newcomer();
    var today = LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    world.registry.tell(
        R0A,
        person,
        new PlacementOffered("p" + person, R0A, ROLE),
        new PlacementStarted("p" + person, R0A, ROLE, today),
        new PlacementEnded("p" + person, R0A, today, LeavingReason.OTHER));
    return person;
  }

  private List<Command> erasures(String person) {
    return world.registry.accepted(person).stream()
        .filter(ErasureCommand.class::isInstance)
        .toList();
  }
}
