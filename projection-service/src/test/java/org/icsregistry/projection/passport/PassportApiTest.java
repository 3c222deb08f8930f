package org.icsregistry.projection.passport;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What systems read of a passport, and who reads it. */
class PassportApiTest {

  private static App app;
  private static Story story;
  private static Story erased;
  private static Story unshared;
  private static Story noMore;
  private static long shared;
  private static long cleared;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    story = new Story(app.log, app.keys).registered("Tess", "Example").checkedAtChristie();
    story.appliesAtManchester().shares().gapClosed().clearedAndPlaced();
    cleared = app.log.size() - 1;
    story.referencesWithdrawn();
    erased = new Story(app.log, app.keys).whole();
    app.keys.erase(erased.person);
    unshared = new Story(app.log, app.keys).registered("Una", "Private").checkedAtChristie();
    unshared.appliesAtManchester().gapClosed().clearedAndPlaced();
    noMore = new Story(app.log, app.keys).registered("Nora", "Sample").checkedAtChristie();
    noMore.appliesAtManchester().shares();
    shared = app.log.size() - 1;
    noMore.sharesNoMore();
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void read_tellsTheStory_toALinkedPartner() {
    var passport = get(MANCHESTER, "partner", story.person);

    assertThat(passport.at("/person/name/given").stringValue()).isEqualTo("Tess");
    assertThat(items(passport.at("/links"), "/organisation/code", "/agreedOn"))
        .containsEntry(CHRISTIE, "2026-03-02")
        .containsEntry(MANCHESTER, "2026-04-11");
    assertThat(items(passport.at("/checks"), "/check", "/issuer/name"))
        .containsKeys("IDENTITY", "REFERENCES", "DBS")
        .containsValue("The Christie NHS Foundation Trust");
    var references = one(passport.at("/checks"), "/check", "REFERENCES");
    assertThat(references.at("/withdrawnFor").stringValue()).isEqualTo("ISSUED_IN_ERROR");
    assertThat(references.at("/reusedBy/0/organisation/code").stringValue()).isEqualTo(MANCHESTER);
    var clearance = one(passport.at("/clearances"), "/organisation/code", MANCHESTER);
    assertThat(clearance.at("/inForce").booleanValue()).isFalse();
    assertThat(clearance.at("/lapsedFor").stringValue()).isEqualTo("ITEM_WITHDRAWN");
    assertThat(clearance.at("/evidence").size()).isEqualTo(6);
    assertThat(clearance.at("/policyVersion").intValue()).isEqualTo(1);
    var placement = passport.at("/placements/0");
    assertThat(placement.at("/minutes").longValue()).isEqualTo(270);
    assertThat(placement.at("/sessions").intValue()).isEqualTo(2);
    assertThat(
            one(passport.at("/applications"), "/organisation/code", MANCHESTER)
                .at("/waitingOn")
                .stringValue())
        .isEqualTo("ORGANISATION");
  }

  @Test
  void read_showsProgress_withTheNextStep() {
    var progress =
        one(
            get(MANCHESTER, "partner", story.person).at("/progress"),
            "/role/id",
            "R0A.MEALTIME_SUPPORT");

    assertThat(progress.at("/state").stringValue()).isEqualTo("LAPSED");
    assertThat(progress.at("/met").intValue()).isEqualTo(6);
    assertThat(progress.at("/total").intValue()).isEqualTo(7);
    assertThat(progress.at("/next/requirement").stringValue()).isEqualTo("REFERENCES");
    assertThat(progress.at("/next/step").stringValue()).isEqualTo("MAKE_CHECK");
    assertThat(progress.at("/waitingOn").stringValue()).isEqualTo("ORGANISATION");
    assertThat(progress.at("/typicalDays").intValue()).isEqualTo(10);
    var line = one(progress.at("/lines"), "/requirement", "DBS");
    assertThat(line.at("/basis").stringValue()).isEqualTo("REUSED");
  }

  @Test
  void read_showsStandingAndOwnRecordsOnly_withoutAGrant() {
    var passport = get(MANCHESTER, "coordinator", unshared.person);

    assertThat(passport.at("/person/name/given").stringValue()).isEqualTo("Una");
    assertThat(passport.at("/checks").size()).isZero();
    assertThat(items(passport.at("/trainings"), "/training", "/issuer/code"))
        .containsExactly(Map.entry("LOCAL_INDUCTION", MANCHESTER));
    assertThat(items(passport.at("/links"), "/organisation/code", "/agreedOn"))
        .containsOnlyKeys(MANCHESTER);
    assertThat(passport.at("/progress").size()).isEqualTo(1);
    assertThat(passport.at("/progress/0/met").intValue()).isEqualTo(7);
    var line = one(passport.at("/progress/0/lines"), "/requirement", "DBS");
    assertThat(line.at("/standing").stringValue()).isEqualTo("MET");
    assertThat(line.at("/basis").stringValue()).isEqualTo("REUSED");
    assertThat(line.propertyNames()).doesNotContain("itemId", "issuer", "until");
    assertThat(passport.toString())
        .doesNotContain(CHRISTIE)
        .doesNotContain("Christie")
        .doesNotContain(unshared.item("DBS"));
  }

  @Test
  void read_endsWithTheGrant() {
    var passport = get(MANCHESTER, "coordinator", noMore.person);

    assertThat(passport.toString()).doesNotContain(CHRISTIE).doesNotContain(noMore.item("DBS"));
    assertThat(get(MANCHESTER, "coordinator", noMore.person + "?asOf=" + shared).toString())
        .doesNotContain(CHRISTIE);
  }

  @Test
  void read_showsAVolunteerEverythingAboutThemselves_andNobodyElse() {
    var self = app.asVolunteer(story.person);
    var passport = Web.json(self.get("/v1/passports/" + story.person));

    assertThat(passport.at("/person/name/given").stringValue()).isEqualTo("Tess");
    assertThat(one(passport.at("/checks"), "/check", "DBS").at("/finding/outcome").stringValue())
        .isEqualTo("CLEAR_TO_PLACE");
    assertThat(passport.at("/links").size()).isEqualTo(2);
    assertThat(passport.at("/grants/0/organisation/code").stringValue()).isEqualTo(MANCHESTER);
    assertThat(self.get("/v1/passports/" + unshared.person).statusCode()).isEqualTo(404);
    assertThat(self.get("/v1/audit?subject=" + unshared.person).statusCode()).isEqualTo(403);
  }

  @Test
  void read_opensLevels_butOutcomesOnlyForTheIssuer() {
    var seenByManchester =
        one(get(MANCHESTER, "coordinator", story.person).at("/checks"), "/check", "DBS");
    var seenByChristie =
        one(get(CHRISTIE, "coordinator", story.person).at("/checks"), "/check", "DBS");

    assertThat(seenByManchester.at("/finding/level").stringValue()).isEqualTo("ENHANCED");
    assertThat(seenByManchester.at("/finding/workforce").stringValue()).isEqualTo("ADULT");
    assertThat(seenByManchester.at("/finding").has("outcome")).isFalse();
    assertThat(seenByChristie.at("/finding/outcome").stringValue()).isEqualTo("CLEAR_TO_PLACE");
  }

  @Test
  void read_isPseudonymous_toAnAuditor() {
    var passport = get(HOST, "auditor", story.person);

    assertThat(passport.at("/person").toString()).isEqualTo("{\"closed\":true}");
    assertThat(passport.at("/checks/0/finding").toString()).isEqualTo("{\"closed\":true}");
    assertThat(passport.has("progress")).isFalse();
    assertThat(passport.at("/clearances").size()).isEqualTo(2);
    assertThat(passport.toString()).doesNotContain("Tess").doesNotContain("ENHANCED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"engine", "reader"})
  void read_isOpen_toTheRegistrysOwnServices(String role) {
    assertThat(get(HOST, role, story.person).at("/person/name/family").stringValue())
        .isEqualTo("Example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead", "operator"})
  void read_isRefused_toRolesWithoutPassports(String role) {
    var answer = app.as(HOST, role).get("/v1/passports/" + story.person);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Web.json(answer).at("/code").stringValue()).isEqualTo("NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator"})
  void read_doesNotRevealWhetherThePersonExists_withoutARelationship(String role) {
    var stranger = app.as("RW3", role);

    var existing = stranger.get("/v1/passports/" + story.person);
    var missing = stranger.get("/v1/passports/3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    var past = stranger.get("/v1/passports/" + story.person + "?asOf=20");

    assertThat(existing.statusCode()).isEqualTo(404);
    assertThat(existing.body()).isEqualTo(missing.body()).isEqualTo(past.body());
    assertThat(existing.headers().map().keySet()).isEqualTo(missing.headers().map().keySet());
  }

  @Test
  void read_isRefused_withoutToken() {
    assertThat(Web.at(app.port()).get("/v1/passports/" + story.person).statusCode()).isEqualTo(401);
  }

  @Test
  void read_saysErased_andNeverFails() {
    var passport = get(MANCHESTER, "partner", erased.person);

    assertThat(passport.at("/person").toString()).isEqualTo("{\"erased\":true}");
    assertThat(passport.at("/checks/2/finding").toString()).isEqualTo("{\"erased\":true}");
    assertThat(passport.at("/placements/0/minutes").longValue()).isEqualTo(270);
    assertThat(
            one(passport.at("/progress/0/lines"), "/requirement", "DBS")
                .at("/reason")
                .stringValue())
        .isEqualTo("ERASED");
  }

  @Test
  void read_givesThePast_byLogIndexAndByMoment() {
    var moment = app.log.entries().get((int) cleared).recordedAt();

    var byIndex = get(MANCHESTER, "partner", story.person + "?asOf=" + cleared);
    var byMoment = get(MANCHESTER, "partner", story.person + "?asOf=" + moment);

    assertThat(byIndex).isEqualTo(byMoment);
    assertThat(byIndex.at("/logIndex").longValue()).isEqualTo(cleared);
    assertThat(byIndex.at("/asOf").stringValue()).isEqualTo(moment.toString());
    var progress = one(byIndex.at("/progress"), "/role/id", "R0A.MEALTIME_SUPPORT");
    assertThat(progress.at("/state").stringValue()).isEqualTo("CLEARED");
    assertThat(progress.at("/met").intValue()).isEqualTo(7);
  }

  @Test
  void read_saysThatThereIsNothing_beforeThePersonWasRegistered() {
    var answer = app.as(CHRISTIE, "partner").get("/v1/passports/" + story.person + "?asOf=0");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Web.json(answer).at("/remedy").stringValue()).contains("later moment");
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, instant",
    "2026-03-31, instant",
    "2026-03-31T17:00:00, instant",
    "-1, instant",
    "999999, a log index up to",
    "12345678901234567890, instant",
    "2099-01-01T00:00:00Z, has passed"
  })
  void read_namesTheParameter_whenAsOfIsMalformed(String asOf, String expected) {
    var answer = app.as(CHRISTIE, "partner").get("/v1/passports/" + story.person + "?asOf=" + asOf);

    assertThat(answer.statusCode()).isEqualTo(400);
    var problem = Web.json(answer);
    assertThat(problem.at("/code").stringValue()).isEqualTo("INVALID_PARAMETER");
    assertThat(problem.at("/expected").stringValue()).contains("asOf").contains(expected);
  }

  @Test
  void read_namesTheParameter_whenTheIdIsMalformed() {
    var answer = app.as(CHRISTIE, "partner").get("/v1/passports/tess.example");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Web.json(answer).at("/expected").stringValue()).contains("parameter id");
  }

  private static JsonNode get(String organisation, String role, String idAndQuery) {
    var answer = app.as(organisation, role).get("/v1/passports/" + idAndQuery);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Web.json(answer);
  }

  private static JsonNode one(JsonNode list, String pointer, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(n -> n.at(pointer).asString("").equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + pointer + " is " + value + " in " + list));
  }

  private static Map<String, String> items(JsonNode list, String key, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .collect(toMap(n -> n.at(key).stringValue(), n -> n.at(value).stringValue()));
  }
}
