package org.icsregistry.projection.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.GUIDE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeDefined;
import org.icsregistry.contracts.message.RoleEvent.SurgeRoleOpened;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.TestLog;
import org.icsregistry.projection.rebuild.Places;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Figures, surges and capacity over a log of ten people. */
class FiguresApiTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final String PROGRAMME = HOST + ".PROGRAMME.CALLS";
  private static final String FLOOD = HOST + ".SURGE.FLOOD";
  private static final String SANDBAGS = HOST + ".SANDBAGS";
  private static final String TENTS = HOST + ".TENTS";
  private static final String WATER = HOST + ".WATER";
  private static final String KITCHEN = HOST + ".KITCHEN";

  private static App app;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    app.log.append(HOST, FLOOD, new SurgeDeclared("Flood", SurgeReason.FLOOD, List.of("M20"), 2));
    var today = LocalDate.now(ZoneOffset.UTC);
    app.log.append(HOST, SANDBAGS, temporary(GUIDE, today.plusDays(90)));
    app.log.append(HOST, TENTS, temporary(null, today.plusDays(90)));
    app.log.append(HOST, WATER, temporary(null, today.minusDays(2)));
    for (var role : List.of(TENTS, WATER, KITCHEN)) {
      cleared(app.log, role);
    }
    for (int i = 1; i <= 10; i++) {
      person(app.log, i);
    }
    app.log.at(Instant.now().minus(Duration.ofDays(20)));
    for (int i = 1; i <= 6; i++) {
      app.log.append(HOST, id(i), new ExpiryWarned(CHRISTIE, GUIDE, "DBS", 7));
    }
    app.log.at(Instant.now().minus(Duration.ofDays(2)));
    for (int i = 1; i <= 6; i++) {
      upkeep(app.log, i);
    }
    var check = checked(app.log, id(7));
    for (int i = 7; i <= 10; i++) {
      app.log.append(HOST, id(i), new ExpiryWarned(CHRISTIE, GUIDE, "DBS", 30));
    }
    actUpon(app.log, check);
    app.log.append(
        HOST,
        PROGRAMME,
        new ProgrammeDefined("Calls", "Fewer missed appointments", List.of(CHRISTIE), List.of()));
    app.catchUp();
  }

  private static SurgeRoleOpened temporary(@Nullable String base, LocalDate endsOn) {
    return new SurgeRoleOpened(
        1, FLOOD, base, "Sandbags", EngagementMode.EMERGENCY, List.of(), endsOn);
  }

  /** Fifteen by one partner and eight by the other, two of them by both. */
  private static void cleared(TestLog log, String role) {
    for (int i = 101; i <= 115; i++) {
      log.append(CHRISTIE, id(i), new ClearedForRole(CHRISTIE, role, 1, 0, List.of()));
    }
    for (int i = 114; i <= 121; i++) {
      log.append(MANCHESTER, id(i), new ClearedForRole(MANCHESTER, role, 1, 0, List.of()));
    }
  }

  /** Two of the four who were warned of their DBS check are dealt with. */
  private static void actUpon(TestLog log, String check) {
    log.append(
        CHRISTIE,
        id(7),
        new StatusCheckNoted(
            check,
            CHRISTIE,
            LocalDate.now(ZoneOffset.UTC),
            app.keys.seal(
                id(7), Category.CHECKS, "StatusCheckNoted.result", StatusResult.CURRENT)));
    log.append(
        CHRISTIE, id(8), new ClearanceLapsed(CHRISTIE, GUIDE, LapseReason.ITEM_EXPIRED, null));
  }

  private static String checked(TestLog log, String person) {
    var check = UUID.randomUUID().toString();
    var finding =
        new CheckFinding(
            CheckOutcome.CLEAR_TO_PLACE,
            CheckLevel.ENHANCED,
            Workforce.ADULT,
            null,
            null,
            null,
            null,
            null,
            null);
    log.append(
        CHRISTIE,
        person,
        new CheckRecorded(
            check,
            CheckCode.DBS,
            CHRISTIE,
            IssuerCategory.NHS_TRUST,
            DAY,
            app.keys.seal(person, Category.CHECKS, "CheckRecorded.finding", finding)));
    return check;
  }

  private static String id(int number) {
    return UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString();
  }

  /** Six people are warned; the last has done something about it. */
  private static void upkeep(TestLog log, int number) {
    var id = id(number);
    var today = LocalDate.now(ZoneOffset.UTC);
    log.append(HOST, id, new ExpiryWarned(CHRISTIE, GUIDE, "CSTF_FIRE", 30));
    log.append(
        CHRISTIE,
        id,
        new RequirementBypassed(
            CHRISTIE,
            GUIDE,
            1,
            "REFERENCES",
            BypassReason.SUPERVISED_START,
            "lead-1",
            "supervisor-1",
            today,
            today.plusDays(5)));
    var fire = UUID.randomUUID().toString();
    log.append(
        CHRISTIE,
        id,
        new TrainingRecorded(
            fire,
            number == 6 ? "CSTF_FIRE" : "NVC_1",
            CHRISTIE,
            IssuerCategory.NHS_TRUST,
            null,
            "elearning for healthcare",
            EvidenceType.LMS_RECORD,
            today));
    log.append(
        MANCHESTER,
        id,
        new RecognitionDecided(
            MANCHESTER, GUIDE, 1, 0, "NVC_1", fire, RecognitionDecision.REUSED, null));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /** Active after as many days as their number says; the first three are Manchester's too. */
  private static void person(TestLog log, int number) {
    var id = id(number);
    var application = UUID.randomUUID().toString();
    var placement = UUID.randomUUID().toString();
    var begin = Instant.parse("2026-04-01T09:00:00Z").plus(Duration.ofDays(20L * number));
    log.at(begin);
    log.append(
        CHRISTIE, id, new InterestExpressed(application, CHRISTIE, GUIDE, WaitingOn.ORGANISATION));
    log.append(CHRISTIE, id, new PartnerLinked(CHRISTIE, DAY));
    log.append(CHRISTIE, id, new OfferMade(application, CHRISTIE, GUIDE, WaitingOn.VOLUNTEER));
    if (number > 3) {
      log.append(
          CHRISTIE, id, new OfferAnswered(application, CHRISTIE, GUIDE, false, WaitingOn.NOBODY));
    }
    log.append(CHRISTIE, id, new ClearedForRole(CHRISTIE, GUIDE, 1, 0, List.of()));
    log.append(
        CHRISTIE,
        id,
        new RecognitionDecided(
            CHRISTIE, GUIDE, 1, 0, "CSTF_FIRE", "item", RecognitionDecision.REUSED, null));
    if (number <= 3) {
      log.append(MANCHESTER, id, new PartnerLinked(MANCHESTER, DAY));
      log.append(MANCHESTER, id, new ClearedForRole(MANCHESTER, GUIDE, 1, 0, List.of()));
    }
    var callUp = UUID.randomUUID().toString();
    log.append(HOST, id, new CallUpSent(callUp, FLOOD, CHRISTIE, GUIDE, DAY));
    if (number <= 6) {
      log.append(CHRISTIE, id, new CallUpAnswered(callUp, FLOOD, CHRISTIE, CallUpAnswer.YES));
    }
    log.append(CHRISTIE, id, new PlacementOffered(placement, CHRISTIE, GUIDE));
    log.append(CHRISTIE, id, new PlacementStarted(placement, CHRISTIE, GUIDE, DAY));
    log.at(begin.plus(Duration.ofDays(number)));
    log.append(
        CHRISTIE,
        id,
        new ActivityRecorded(
            placement,
            CHRISTIE,
            DAY,
            EngagementMode.REGULAR,
            ActivityCategory.CALLS,
            120,
            1,
            null));
  }

  @Test
  void theWait_isFromInterestToTheFirstActivity() {
    var total = get("/v1/figures", "lead").at("/waits/0");
    assertThat(total.at("/people").asLong()).isEqualTo(10);
    assertThat(total.at("/median").asDouble()).isEqualTo(5.5);
    assertThat(total.at("/ninetieth").asDouble()).isEqualTo(9.1);
  }

  @Test
  void reuse_isCountedAndWhatItSaves() {
    var figures = get("/v1/figures", "lead");
    assertThat(figures.at("/reuse/0/reused").asLong()).isEqualTo(10);
    assertThat(figures.at("/reuse/0/rate").asDouble()).isEqualTo(100);
    assertThat(figures.at("/savings/minutes").asLong()).isEqualTo(300);
  }

  @Test
  void whatEndsSoon_isCountedUntilItIsMadeAgainOrOver() {
    var upkeep = get("/v1/upkeep", "lead");
    assertThat(upkeep.at("/expiring")).hasSize(1);
    assertThat(upkeep.at("/expiring/0/days").asInt()).isEqualTo(30);
    assertThat(upkeep.at("/expiring/0/people").asLong()).as("seven").isEqualTo(5);
  }

  @Test
  void bypassesAreCounted_andWhoseItemsAreReliedOn() {
    var upkeep = get("/v1/upkeep", "lead");
    assertThat(upkeep.at("/bypasses/0/people").asLong()).as("six").isEqualTo(5);
    assertThat(upkeep.at("/bypasses/0/now").asLong()).as("six").isEqualTo(5);
    assertThat(upkeep.at("/issuers/0/issuer").stringValue()).isEqualTo(CHRISTIE);
    assertThat(upkeep.at("/issuers/0/reused").asLong()).as("six").isEqualTo(5);
  }

  @Test
  void figures_sayUpToWhereTheyCount() {
    for (var path : List.of("/v1/figures", "/v1/upkeep")) {
      var answer = get(path, "lead");
      assertThat(answer.at("/logIndex").asLong()).isEqualTo(app.log.size() - 1L);
      assertThat(Instant.parse(answer.at("/asOf").stringValue()))
          .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }
  }

  /** Issuers are counted from rows of another projection than everything else. */
  @Test
  void upkeep_saysUpToWhereBothProjectionsCount() {
    var behind = "update projection_version set next_index = next_index + ? where projection = ?";
    app.owner().sql(behind).params(-3, "readiness").update();
    try {
      var upkeep =
          new UpkeepQueries(
              app.bean(JdbcClient.class),
              app.bean(GoodStanding.class),
              app.bean(Places.class),
              Clock.systemUTC(),
              app.bean(PlatformTransactionManager.class));
      assertThat(upkeep.now(new Caller(HOST, Set.of("lead"), "u-1", null)).logIndex())
          .isEqualTo(app.log.size() - 4L);
    } finally {
      app.owner().sql(behind).params(3, "readiness").update();
    }
  }

  @Test
  void aResultThatTookLong_isRememberedFromWhenItWasThere() {
    var clock = new Hands();
    var remembered = new Remembered<Instant>(clock, app.bean(PlatformTransactionManager.class));
    var first =
        remembered.get(now -> {
          clock.now = now.plusSeconds(25);
          return now;
        });
    clock.now = clock.now.plusSeconds(9);
    assertThat(remembered.get(now -> now)).as("nine seconds after it was there").isEqualTo(first);
    clock.now = clock.now.plusSeconds(2);
    assertThat(remembered.get(now -> now)).isEqualTo(clock.now);
  }

  private static final class Hands extends Clock {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("only its instants are asked for");
    }
  }

  @Test
  void exitsAndIdlePeople_areCounted() {
    var figures = get("/v1/figures", "lead");
    assertThat(figures.at("/exits/0/step").stringValue()).isEqualTo("OfferMade.v1");
    assertThat(figures.at("/exits/0/reason").stringValue()).isEqualTo("OFFER_DECLINED");
    assertThat(figures.at("/exits/0/people").asLong()).as("seven").isEqualTo(5);
    assertThat(figures.at("/turns/0/waitingOn").stringValue()).isEqualTo("ORGANISATION");
    assertThat(figures.at("/turns/0/steps").asLong()).isEqualTo(10);
    assertThat(figures.at("/idle/1/days").asInt()).isEqualTo(60);
  }

  @Test
  void timeGiven_isToTheNearestFive() {
    var given = get("/v1/programmes/" + PROGRAMME, "lead").at("/given/0");
    assertThat(given.at("/partner").stringValue()).isEqualTo(CHRISTIE);
    assertThat(given.at("/volunteers").asLong()).isEqualTo(10);
    assertThat(given.at("/hours").asLong()).isEqualTo(20);
  }

  @Test
  void aWarning_isGone_whenSomethingWasDoneAboutIt() {
    var warned =
        app.bean(JdbcClient.class)
            .sql("select subject from figure_warning where requirement = 'DBS' and days = 30")
            .query(String.class)
            .list();
    assertThat(warned).containsExactlyInAnyOrder(id(9), id(10));
  }

  @Test
  void capacity_holdsSmallNumbersBack_alsoAgainstTakingOneFromTheOther() {
    var capacity = get("/v1/capacity?role=" + GUIDE, "lead");
    assertThat(capacity.at("/people").isNumber()).isFalse();
    assertThat(capacity.at("/partners/0/people").isNumber()).isFalse();
    assertThat(capacity.at("/partners/1/people").isNumber()).isFalse();
    assertThat(capacity.at("/yours").size()).isZero();
  }

  @Test
  void capacity_doesNotSayHowManyTwoPartnersHaveCleared_andIsExactWhileShiftsArePlanned() {
    var tents = get("/v1/capacity?role=" + TENTS, "lead");
    assertThat(tents.at("/partners/0/people").asLong()).isEqualTo(8);
    assertThat(tents.at("/partners/1/people").asLong()).isEqualTo(15);
    assertThat(tents.at("/people").asLong()).as("21").isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {KITCHEN, WATER})
  void capacity_isRounded_forRolesThatAreNotTemporary_orHaveEnded(String role) {
    var capacity = get("/v1/capacity?role=" + role, "lead");
    assertThat(capacity.at("/partners/0/people").asLong()).as("eight").isEqualTo(10);
    assertThat(capacity.at("/partners/1/people").asLong()).isEqualTo(15);
    assertThat(capacity.at("/people").asLong()).as("21").isEqualTo(20);
  }

  @Test
  void capacity_namesToAPartnerThePeopleItHasARelationshipWith() {
    var answer = Web.json(app.as(MANCHESTER, "partner").get("/v1/capacity?role=" + GUIDE));
    assertThat(answer.at("/yours").size()).isEqualTo(3);
  }

  @Test
  void aSurge_countsCallUpsAndAnswers() {
    var surge = get("/v1/surges", "lead").at("/0");
    assertThat(surge.at("/roles/0/roleId").asString()).isEqualTo(SANDBAGS);
    assertThat(surge.at("/roles/0/derivedFrom/people").isNumber()).isFalse();
    assertThat(surge.at("/callUps/people").isNumber()).isFalse();
    assertThat(surge.at("/callUps/yes").isNumber()).isFalse();
    assertThat(surge.at("/callUps/unanswered").isNumber()).isFalse();
    assertThat(surge.at("/callUps/no").asLong()).isZero();
  }

  private static JsonNode get(String path, String role) {
    var answer = app.as(HOST, role).get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Web.json(answer);
  }
}
