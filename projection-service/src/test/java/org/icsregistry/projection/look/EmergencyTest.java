package org.icsregistry.projection.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an emergency opens, for how long, and who hears of it. */
class EmergencyTest {

  @AutoClose private static final App app = App.withPartners();

  @Test
  void detailsAreOpen_butNotWhatOthersDecided_norTheHistory() {
    var story = emergency(Instant.now().plus(Duration.ofHours(1)), Instant.now());

    var passport = app.as(MANCHESTER, "coordinator").get("/v1/passports/" + story.person);
    assertThat(passport.body()).contains(story.item("DBS")).doesNotContain("CLEAR_TO_PLACE");
    assertThat(status(MANCHESTER, story, "/everything")).isEqualTo(403);
    assertThat(history("coordinator", MANCHESTER, story)).doesNotContain("\"org\":\"RBV\"");
  }

  @Test
  void theHourOver_everythingIsClosedAgain() {
    var story = emergency(Instant.now().minusSeconds(1), Instant.now());

    assertThat(app.as(MANCHESTER, "coordinator").get("/v1/passports/" + story.person).body())
        .doesNotContain(story.item("DBS"));
  }

  @Test
  void thePersonHearsOfItAndOfEachLook_onlyWhenItHarmsNobody() {
    var later = Instant.now().plus(Duration.ofDays(3));
    var story = emergency(Instant.now().plus(Duration.ofHours(1)), later);
    looks(story, later);

    assertThat(told(story)).doesNotContain("GlassBroken").doesNotContain("DetailsViewed");

    var soon = emergency(Instant.now().plus(Duration.ofHours(1)), Instant.now());
    looks(soon, Instant.now());

    assertThat(told(soon)).contains("GlassBroken.v1", "DetailsViewed.v1");
    assertThat(told(soon)).contains("{\"heldBy\":\"R0A\"}").doesNotContain("Said by a child");
  }

  @Test
  void anotherOrganisation_neverHearsOfIt() {
    var story = emergency(Instant.now().plus(Duration.ofHours(1)), Instant.now());
    looks(story, Instant.now());
    app.log.append(
        CHRISTIE,
        story.person,
        new SharingGranted(
            UUID.randomUUID().toString(),
            CHRISTIE,
            SharingPurpose.PLACEMENT,
            LocalDate.of(2028, 3, 1),
            LocalDate.of(2026, 3, 2)));
    app.catchUp();

    var everything = app.as(CHRISTIE, "coordinator").get(path(story, "/everything"));
    assertThat(everything.statusCode()).isEqualTo(200);
    assertThat(everything.body()).doesNotContain("GlassBroken").doesNotContain("DetailsViewed");
    assertThat(history("coordinator", CHRISTIE, story))
        .doesNotContain("GlassBroken")
        .doesNotContain("DetailsViewed");
  }

  @Test
  void theLead_seesEveryEmergency_andNoName() {
    var story = emergency(Instant.now().plus(Duration.ofHours(1)), Instant.now());

    assertThat(app.as(HOST, "lead").get("/v1/emergencies").body())
        .contains(story.person, "SAFEGUARDING_CHILD", "Manchester University")
        .doesNotContain("Uma")
        .doesNotContain("Said by a child");
  }

  private static Story emergency(Instant until, Instant tellFrom) {
    var story = new Story(app.log, app.keys).registered("Uma", "Urgent").checkedAtChristie();
    story.appliesAtManchester().emergency(until, tellFrom);
    app.catchUp();
    return story;
  }

  private static void looks(Story story, Instant tellFrom) {
    app.log.append(
        HOST,
        story.person,
        new DetailsViewed(
            MANCHESTER,
            "u-7",
            LookOffice.COORDINATOR,
            LookGround.BREAK_GLASS,
            Instant.now(),
            tellFrom));
    app.catchUp();
  }

  /** All that the person can read of themselves. */
  private static String told(Story story) {
    var self = app.asVolunteer(story.person);
    return self.get(path(story, "/everything")).body()
        + self.get("/v1/audit?limit=500&subject=" + story.person).body();
  }

  private static String history(String role, String organisation, Story story) {
    var answer = app.as(organisation, role).get("/v1/audit?limit=500&subject=" + story.person);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static int status(String organisation, Story story, String more) {
    return app.as(organisation, "coordinator").get(path(story, more)).statusCode();
  }

  private static String path(Story story, String more) {
    return "/v1/passports/" + story.person + more;
  }
}
