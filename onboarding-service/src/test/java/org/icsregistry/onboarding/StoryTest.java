package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.time.Duration;
import java.util.List;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.TrainingCommand.AssignTraining;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.onboarding.world.Ics;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoryTest {

  private final World world = new World().withPartners();
  private Web web = Web.at(0);

  @BeforeEach
  void start() {
    web = world.web(world.start()).with(world.signIn.token(R0A, "partner"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void what_rbv_checked_lets_r0a_clear_the_person_with_the_gap_alone_asked_for() {
    var person = world.newcomer();

    await().until(() -> world.registry.accepted(person).size() == 4);
    assertThat(world.registry.accepted(person))
        .filteredOn(DecideRecognition.class::isInstance)
        .hasSize(3);
    assertThat(world.registry.accepted(person))
        .contains(new AssignTraining(R0A, ROLE, "LOCAL_INDUCTION"));
    await().untilAsserted(() -> assertThat(journey(person).path("met").intValue()).isEqualTo(3));
    assertThat(journey(person).path("state").stringValue()).isEqualTo("WAITING");
    assertThat(journey(person).path("nextStep").stringValue()).isEqualTo("CHECK_UPDATE_SERVICE");
    assertThat(journey(person).path("waitingOn").stringValue()).isEqualTo("ORGANISATION");

    world.closeTheGap(person);

    await().until(() -> world.registry.cleared(person));
    await().until(() -> journey(person).path("state").stringValue().equals("CLEARED"));
    assertThat(journey(person).path("waitingOn").stringValue()).isEqualTo("NOBODY");

    world.registry.tell(
        RBV,
        person,
        new TrainingWithdrawn(World.fire(person), WithdrawalReason.ISSUED_IN_ERROR),
        new ClearanceLapsed(R0A, ROLE, LapseReason.ITEM_WITHDRAWN, World.fire(person)));

    await()
        .until(() ->
            world.registry.accepted(person).contains(new AssignTraining(R0A, ROLE, "CSTF_FIRE")));
    await().until(() -> journey(person).path("state").stringValue().equals("WAITING"));
  }

  @Test
  void a_revision_for_people_already_placed_ends_clearances_and_opens_the_way_again() {
    var person = world.newcomer();
    world.closeTheGap(person);
    await().until(() -> world.registry.cleared(person));

    world.registry.tell(
        R0A, ROLE, Ics.revised(2, true, Ics.profile(Ics.training("CSTF_DATA", null, true))));

    await()
        .until(() ->
            world
                .registry
                .accepted(person)
                .contains(new LapseClearance(R0A, ROLE, LapseReason.ROLE_REVISED)));
    await()
        .until(() ->
            world.registry.accepted(person).contains(new AssignTraining(R0A, ROLE, "CSTF_DATA")));
    world.registry.tell(R0A, person, Ics.trained("t9", "CSTF_DATA", R0A, Ics.DAY));
    await().until(() -> world.registry.cleared(person));
    assertThat(clearances(person)).hasSize(2);
  }

  @Test
  void a_policy_that_trusts_less_ends_the_clearances_that_rest_on_it() {
    var person = world.newcomer();
    world.closeTheGap(person);
    await().until(() -> world.registry.cleared(person));

    world.registry.tell(R0A, R0A, Ics.policy(2));

    await()
        .until(() ->
            world
                .registry
                .accepted(person)
                .contains(new LapseClearance(R0A, ROLE, LapseReason.POLICY_CHANGED)));
  }

  @Test
  void a_clearance_ends_with_its_first_item_though_nothing_happens() {
    var person = world.newcomer();
    world.closeTheGap(person);
    await().until(() -> world.registry.cleared(person));

    world.clock.forward(Duration.ofDays(330));

    await()
        .until(() ->
            world
                .registry
                .accepted(person)
                .contains(new LapseClearance(R0A, ROLE, LapseReason.ITEM_EXPIRED)));
  }

  @Test
  void nothing_personal_is_stored_but_ciphertext() {
    var person = world.newcomer();
    world.closeTheGap(person);
    await().until(() -> world.registry.cleared(person));

    assertThat(wholeDatabase())
        .contains(person, "eyJ")
        .doesNotContain("Ada", "Openly", "example.org", "1990-02-03", "CLEAR_TO_PLACE");
  }

  private List<ClearForRole> clearances(String person) {
    return world.registry.accepted(person).stream()
        .filter(ClearForRole.class::isInstance)
        .map(ClearForRole.class::cast)
        .toList();
  }

  private JsonNode journey(String person) {
    return Web.json(web.get("/v1/journeys?subject=" + person)).path("journeys").path(0);
  }

  private String wholeDatabase() {
    var text = new StringBuilder();
    for (var table : List.of("person", "partner", "role", "occasion", "due", "journey", "outbox")) {
      var rows = world.database().sql("SELECT * FROM " + table).query().listOfRows();
      for (var row : rows) {
        for (var value : row.values()) {
          text.append(
                  value instanceof byte[] b
                      ? new String(b, java.nio.charset.StandardCharsets.UTF_8)
                      : value)
              .append('\n');
        }
      }
    }
    return text.toString();
  }
}
