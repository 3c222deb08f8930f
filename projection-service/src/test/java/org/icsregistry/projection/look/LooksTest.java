package org.icsregistry.projection.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.LookCommand.NoteLook;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever at a partner is shown details is written down, once an hour, whatever happens. */
class LooksTest {

  @AutoClose private static final App app = App.withPartners();
  private Story story;

  @BeforeEach
  void somebodyShares() {
    story = new Story(app.log, app.keys).whole();
    app.catchUp();
  }

  @Test
  void aCoordinatorWhoSeesDetails_isWrittenDown_once() {
    for (int i = 0; i < 5; i++) {
      assertThat(app.as(MANCHESTER, "coordinator").get(passport()).statusCode()).isEqualTo(200);
    }
    app.as(MANCHESTER, "coordinator").get(passport() + "?asOf=3");

    var looks = settled();
    assertThat(looks).hasSize(1);
    var look = looks.getFirst();
    assertThat(look.partner()).isEqualTo(MANCHESTER);
    assertThat(look.viewer()).isEqualTo("client-" + MANCHESTER);
    assertThat(look.office()).isEqualTo(LookOffice.COORDINATOR);
    assertThat(look.ground()).isEqualTo(LookGround.GRANT);
    assertThat(look.viewedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void historyAndEverything_areDetailsToo() {
    app.as(MANCHESTER, "partner").get("/v1/audit?subject=" + story.person);
    assertThat(settled()).extracting(NoteLook::office).containsExactly(LookOffice.PARTNER);

    app.as(MANCHESTER, "coordinator").get(passport() + "/everything");
    assertThat(settled()).hasSize(2);
  }

  @Test
  void anEntryThatAnotherOrganisationRecorded_isADetail() {
    long entry =
        app.log.entries().stream()
            .filter(e -> e.subject().equals(story.person) && e.org().equals(CHRISTIE))
            .findFirst()
            .orElseThrow()
            .logIndex();
    assertThat(
            app.as(MANCHESTER, "coordinator")
                .get("/v1/audit?subject=" + story.person + "&after=" + (entry - 1) + "&limit=1")
                .statusCode())
        .isEqualTo(200);
    assertThat(settled()).hasSize(1);
  }

  @Test
  void theHourOver_aLookIsANewOne() {
    app.as(MANCHESTER, "coordinator").get(passport());
    assertThat(settled()).hasSize(1);
    app.bean(JdbcClient.class)
        .sql("UPDATE look_noted SET viewed_at = viewed_at - interval '61 minutes'")
        .update();
    app.as(MANCHESTER, "coordinator").get(passport());
    assertThat(settled()).hasSize(2);
  }

  @Test
  void nobodyElse_isWrittenDown() {
    var unshared = new Story(app.log, app.keys).registered("Una", "Private").checkedAtChristie();
    unshared.appliesAtManchester();
    app.catchUp();

    app.asVolunteer(story.person, "volunteer").get(passport());
    app.as(HOST, "engine").get(passport());
    app.as(HOST, "auditor").get(passport());
    app.as(CHRISTIE, "coordinator").get(passport());
    app.as("RW3", "coordinator").get(passport());
    app.as(MANCHESTER, "coordinator").get("/v1/passports/" + unshared.person);

    assertThat(settled()).isEmpty();
  }

  @Test
  void aLookIsNotLost_whileTheRegistryIsAway() {
    app.as(MANCHESTER, "partner").get(passport());
    settled();
    app.registry.away(true);
    assertThat(app.as(MANCHESTER, "coordinator").get(passport()).statusCode()).isEqualTo(200);
    assertThat(waiting()).isEqualTo(1);

    app.registry.away(false);
    assertThat(settled()).hasSize(2);
  }

  /** What came about the story's person, once nothing waits any more. */
  private List<NoteLook> settled() {
    await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
    return app.registry.looks().stream()
        .filter(command -> command.required("subject").stringValue().equals(story.person))
        .map(command -> Json.MAPPER.treeToValue(command.required("data"), NoteLook.class))
        .toList();
  }

  private static long waiting() {
    return app.bean(JdbcClient.class).sql("SELECT count(*) FROM look").query(Long.class).single();
  }

  private String passport() {
    return "/v1/passports/" + story.person;
  }
}
