package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JourneyApiTest {

  private static final World WORLD = new World().withPartners();
  private static Web web = Web.at(0);
  private static List<String> people = List.of();

  @BeforeAll
  static void start() {
    web = WORLD.web(WORLD.start());
    people = IntStream.range(0, 5).mapToObj(_ -> WORLD.newcomer()).toList();
    WORLD.closeTheGap(people.getFirst());
    await().until(() -> WORLD.registry.cleared(people.getFirst()));
    await().until(() -> all(as(R0A, "partner"), "?state=WAITING").size() == 4);
    await().until(() -> all(as(R0A, "partner"), "?state=CLEARED").size() == 1);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void a_journey_says_what_is_met_what_is_missing_and_whose_turn_it_is() {
    await().until(() -> one("?subject=" + people.get(1)).path("met").intValue() == 3);
    var journey = one("?subject=" + people.get(1));

    assertThat(journey.path("partner").stringValue()).isEqualTo(R0A);
    assertThat(journey.path("roleId").stringValue()).isEqualTo(ROLE);
    assertThat(journey.path("roleTitle").stringValue()).isEqualTo("Mealtime companion");
    assertThat(journey.path("of").intValue()).isEqualTo(5);
    assertThat(journey.path("waitingOn").stringValue()).isEqualTo("ORGANISATION");
    assertThat(journey.path("typicalDays").intValue()).isEqualTo(3);
    assertThat(journey.path("begunAt").stringValue()).startsWith("20");
    assertThat(journey.path("requirements").valueStream().map(JsonNode::toString))
        .contains(
            """
            {"requirement":"LOCAL_INDUCTION","blocking":true,"standing":"MISSING",\
            "nextStep":"TAKE_TRAINING","waitingOn":"VOLUNTEER","typicalDays":3,\
            "since":"%s","dueOn":"%s"}\
            """
                .formatted(
                    journey.path("waitingSince").stringValue().substring(0, 10),
                    LocalDate.parse(journey.path("waitingSince").stringValue().substring(0, 10))
                        .plusDays(3)));
    assertThat(journey.path("dueOn").stringValue()).startsWith("20");
  }

  @Test
  void a_partner_sees_its_own_only() {
    assertThat(all(as(R0A, "partner"), "")).hasSize(5);
    assertThat(all(as(RBV, "coordinator"), "")).isEmpty();
    var answer = as(RBV, "partner").get("/v1/journeys?partner=R0A");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Web.json(answer).path("code").stringValue()).isEqualTo("NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead", "auditor", "engine", "reader"})
  void offices_of_the_ics_see_all(String role) {
    assertThat(all(as("QOP", role), "")).hasSize(5);
    assertThat(all(as("QOP", role), "?partner=RBV")).isEmpty();
  }

  @Test
  void whoever_has_no_role_for_it_sees_nothing() {
    assertThat(as("QOP", "operator").get("/v1/journeys").statusCode()).isEqualTo(403);
    assertThat(web.get("/v1/journeys").statusCode()).isEqualTo(401);
  }

  @Test
  void pages_follow_on_each_other_without_gap_or_repetition() {
    var seen = new ArrayList<String>();
    var next = "";
    do {
      var page = Web.json(as(R0A, "partner").get("/v1/journeys?limit=2" + next));
      page.path("journeys").forEach(j -> seen.add(j.path("subject").stringValue()));
      next = page.has("next") ? "&after=" + page.path("next").stringValue() : "";
    } while (!next.isEmpty());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(people).isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?limit=0", "?limit=501", "?limit=x", "?state=NEW", "?waitingOn=ME", "?after=*"})
  void a_parameter_that_is_not_as_described_is_named(String query) {
    var answer = as(R0A, "partner").get("/v1/journeys" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Web.json(answer).path("code").stringValue()).isEqualTo("INVALID_PARAMETER");
  }

  @Test
  void the_openapi_document_describes_it() {
    HttpResponse<String> answer = web.get("/v3/api-docs");

    assertThat(answer.statusCode()).isEqualTo(200);
    var document = Web.json(answer);
    assertThat(document.path("openapi").stringValue()).startsWith("3.1");
    var operation = document.path("paths").path("/v1/journeys").path("get");
    assertThat(operation.path("parameters").valueStream().map(p -> p.path("name").stringValue()))
        .containsExactlyInAnyOrder(
            "subject", "partner", "role", "state", "waitingOn", "after", "limit");
    assertThat(document.path("components").path("securitySchemes").has("token")).isTrue();
  }

  private static JsonNode one(String query) {
    var found = all(as(R0A, "partner"), query);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<JsonNode> all(Web asWhom, String query) {
    return Web.json(asWhom.get("/v1/journeys" + query)).path("journeys").valueStream().toList();
  }

  private static Web as(String organisation, String role) {
    return web.with(WORLD.signIn.token(organisation, role));
  }
}
