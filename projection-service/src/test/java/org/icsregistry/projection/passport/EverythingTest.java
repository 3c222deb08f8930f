package org.icsregistry.projection.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.util.List;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person gets who asks; and that it is over when they are forgotten. */
class EverythingTest {

  private static App app;
  private static Story story;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    story = new Story(app.log, app.keys).whole();
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void everything_isEveryEventAboutThePerson_opened() {
    var all = Web.json(app.asVolunteer(story.person, "volunteer").get(path(story.person)));
    long about = app.log.entries().stream().filter(e -> e.subject().equals(story.person)).count();
    assertThat(all.at("/events").size()).isEqualTo((int) about);
    assertThat(all.at("/events/0/type").stringValue()).isEqualTo("VolunteerRegistered.v1");
    assertThat(all.at("/events/0/data/name/given").isString()).isTrue();
    assertThat(all.at("/passport/person/name/given").isString()).isTrue();
    assertThat(all.toString()).contains("CLEAR_TO_PLACE");
  }

  @Test
  void anotherOrganisationsChecks_areShownInThePassportOnly() {
    var all = get(MANCHESTER, story.person);
    assertThat(all.at("/passport/checks").size()).isEqualTo(3);
    assertThat(all.at("/events").toString())
        .contains("TrainingRecorded.v1")
        .doesNotContain("CheckRecorded.v1")
        .doesNotContain("CLEAR_TO_PLACE");
  }

  @Test
  void whoeverTheyShareNoDetailsWith_getsNothing() {
    assertThat(status(CHRISTIE, "coordinator")).isEqualTo(403);
    assertThat(status(HOST, "auditor")).isEqualTo(403);
    assertThat(status(HOST, "coordinator")).isEqualTo(404);
  }

  @Test
  void afterAnErasure_theHistoryIsThere_andNothingInItOpens_evenFromMemory() {
    var other = new Story(app.log, app.keys).whole();
    app.catchUp();
    var given = get(MANCHESTER, other.person).at("/events/0/data/name/given").stringValue();
    app.keys.erase(other.person);
    app.log.append(
        HOST,
        other.person,
        new VolunteerErased(
            ErasureGround.REQUESTED,
            "dpo-1",
            List.of(Category.values()),
            List.of(),
            List.of(CHRISTIE, MANCHESTER)));
    app.catchUp();
    await()
        .untilAsserted(() ->
            assertThat(get(MANCHESTER, other.person).at("/events/0/data/name").toString())
                .isEqualTo("{\"erased\":true}"));
    assertThat(get(MANCHESTER, other.person).toString()).doesNotContain(given);
    assertThat(get(MANCHESTER, other.person).at("/passport/person/erased").booleanValue()).isTrue();
  }

  private static JsonNode get(String organisation, String person) {
    return Json.MAPPER.readTree(app.as(organisation, "coordinator").get(path(person)).body());
  }

  private static int status(String organisation, String role) {
    return app.as(organisation, role).get(path(story.person)).statusCode();
  }

  private static String path(String person) {
    return "/v1/passports/" + person + "/everything";
  }
}
