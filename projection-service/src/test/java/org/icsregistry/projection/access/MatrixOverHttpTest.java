package org.icsregistry.projection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every cell of the matrix that this service answers for, asked over HTTP. */
class MatrixOverHttpTest {

  private static App app;
  private static Story shared;
  private static Story unshared;
  private static Story urgent;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    shared = new Story(app.log, app.keys).whole();
    unshared = new Story(app.log, app.keys).registered("Una", "Private").checkedAtChristie();
    unshared.appliesAtManchester().gapClosed().clearedAndPlaced();
    urgent = new Story(app.log, app.keys).registered("Uma", "Urgent").checkedAtChristie();
    urgent.appliesAtManchester().gapClosed().clearedAndPlaced();
    var now = Instant.now();
    urgent.emergency(now.plus(Duration.ofHours(1)), now);
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  static Stream<Arguments> officesAndTies() {
    return Arrays.stream(Office.values())
        .flatMap(office ->
            Stream.of(Bond.NONE, Bond.LINKED, Bond.GRANTED, Bond.EMERGENCY, Bond.SELF)
                .map(bond -> Arguments.of(office, bond)));
  }

  @ParameterizedTest
  @MethodSource("officesAndTies")
  void passport_showsWhatTheOfficeMaySee(Office office, Bond bond) {
    var answer = as(office, bond).get("/v1/passports/" + story(bond).person);

    boolean details = Access.allows(office, Right.SEE_DETAILS, tie(office, bond));
    boolean person = Access.allows(office, Right.SEE_PERSON, tie(office, bond));
    boolean pseudonym = Access.allows(office, Right.SEE_PSEUDONYM, tie(office, bond));
    assertThat(answer.statusCode() == 200).isEqualTo(details || person || pseudonym);
    if (answer.statusCode() != 200) {
      assertThat(answer.statusCode()).isIn(403, 404);
      return;
    }
    var passport = Web.json(answer);
    assertThat(passport.at("/person").has("name")).isEqualTo(details || person);
    assertThat(passport.toString().contains(story(bond).item("DBS")))
        .isEqualTo(details || pseudonym);
  }

  @ParameterizedTest
  @MethodSource("officesAndTies")
  void history_showsWhatOthersRecorded_whereTheOfficeMaySeeIt(Office office, Bond bond) {
    var answer = as(office, bond).get("/v1/audit?limit=500&subject=" + story(bond).person);

    boolean sees = Access.allows(office, Right.SEE_HISTORY, tie(office, bond));
    assertThat(answer.statusCode() == 200 && orgs(Web.json(answer)).contains(CHRISTIE))
        .isEqualTo(sees);
  }

  @ParameterizedTest
  @MethodSource("officesAndTies")
  void everything_isHandedOut_toWhoeverSeesDetailsAndHistory(Office office, Bond bond) {
    var answer = as(office, bond).get("/v1/passports/" + story(bond).person + "/everything");

    assertThat(answer.statusCode() == 200)
        .isEqualTo(
            Access.allows(office, Right.SEE_DETAILS, tie(office, bond))
                && Access.allows(office, Right.SEE_HISTORY, tie(office, bond)));
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  void emergencies_areShown_toWhoeverOverseesTheLog(Office office) {
    assertThat(as(office, Bond.NONE).get("/v1/emergencies").statusCode())
        .isEqualTo(Access.allows(office, Right.SEE_LOG, Bond.NONE) ? 200 : 403);
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  void log_isOpen_toWhomItMayBe(Office office) {
    var whole = as(office, Bond.NONE).get("/v1/audit");

    assertThat(whole.statusCode() == 200 && orgs(Web.json(whole)).contains(CHRISTIE))
        .isEqualTo(Access.allows(office, Right.SEE_LOG, Bond.NONE));
    assertThat(as(office, Bond.NONE).get("/v1/audit?org=RW3").statusCode() == 200)
        .isEqualTo(Access.allows(office, Right.SEE_OWN_ENTRIES, Bond.OWN));
    assertThat(as(office, Bond.NONE).get("/v1/audit?subject=R0A").statusCode() == 200)
        .isEqualTo(Access.allows(office, Right.SEE_DIRECTORY, Bond.NONE));
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  void figures_areOpen_toWhomTheyMayBe(Office office) {
    for (var path : List.of("/v1/figures", "/v1/upkeep", "/v1/programmes", "/v1/surges")) {
      assertThat(as(office, Bond.NONE).get(path).statusCode())
          .isEqualTo(Access.allows(office, Right.SEE_FIGURES, Bond.NONE) ? 200 : 403);
    }
    for (var path : List.of("/v1/readiness", "/v1/relationships")) {
      assertThat(as(office, Bond.NONE).get(path).statusCode())
          .isEqualTo(Access.allows(office, Right.SEE_DIRECTORY, Bond.NONE) ? 200 : 403);
    }
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  void rebuilds_areForOperators(Office office) {
    assertThat(as(office, Bond.NONE).get("/v1/rebuilds/passport").statusCode())
        .isEqualTo(Access.allows(office, Right.OPERATE, Bond.NONE) ? 200 : 403);
  }

  @ParameterizedTest
  @EnumSource(Office.class)
  void places_areForEverybody_andDigestsForWhoOperatesOrReadsTheWholeLog(Office office) {
    var answer = as(office, Bond.NONE).get("/v1/status");

    boolean digests =
        Stream.of(Right.OPERATE, Right.OVERSEE, Right.SEE_LOG)
            .anyMatch(right -> Access.allows(office, right, Bond.NONE));
    assertThat(answer.statusCode()).isEqualTo(200);
    var projections = Web.json(answer).at("/projections");
    assertThat(projections).hasSize(6).allMatch(one -> one.at("/nextIndex").longValue() > 0);
    assertThat(projections).allMatch(one -> one.has("digest") == digests);
  }

  /** Somebody of this office, tied to the story's person in this way if the office can be. */
  private static Web as(Office office, Bond bond) {
    if (bond == Bond.SELF) {
      return app.asVolunteer(story(bond).person, office.claim());
    }
    return app.as(bond == Bond.NONE ? "RW3" : MANCHESTER, office.claim());
  }

  /** An overseer is tied to nobody, whatever organisation pays them. */
  private static Bond tie(Office office, Bond bond) {
    return bond == Bond.SELF || office.atAPartner() ? bond : Bond.NONE;
  }

  private static Story story(Bond bond) {
    return switch (bond) {
      case LINKED -> unshared;
      case EMERGENCY -> urgent;
      case NONE, OWN, GRANTED, SELF -> shared;
    };
  }

  private static List<String> orgs(JsonNode page) {
    return page.at("/entries").valueStream().map(e -> e.at("/org").stringValue()).toList();
  }
}
