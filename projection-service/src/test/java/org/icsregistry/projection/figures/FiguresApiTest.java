package org.icsregistry.projection.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.GUIDE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.RoleEvent.SurgeRoleOpened;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.TestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures, surges and capacity over a log of ten people. */
class FiguresApiTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final String FLOOD = HOST + ".SURGE.FLOOD";
  private static final String SANDBAGS = HOST + ".SANDBAGS";

  private static App app;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    app.log.append(HOST, FLOOD, new SurgeDeclared("Flood", SurgeReason.FLOOD, List.of("M20"), 2));
    var role =
        new SurgeRoleOpened(
            1, FLOOD, GUIDE, "Sandbags", EngagementMode.EMERGENCY, List.of(), DAY.plusDays(90));
    app.log.append(HOST, SANDBAGS, role);
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
    app.catchUp();
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
    assertThat(upkeep.at("/expiring/0/people").asLong()).isEqualTo(5);
  }

  @Test
  void bypassesAreCounted_andWhoseItemsAreReliedOn() {
    var upkeep = get("/v1/upkeep", "lead");
    assertThat(upkeep.at("/bypasses/0/people").asLong()).isEqualTo(6);
    assertThat(upkeep.at("/bypasses/0/now").asLong()).isEqualTo(6);
    assertThat(upkeep.at("/issuers/0/issuer").stringValue()).isEqualTo(CHRISTIE);
    assertThat(upkeep.at("/issuers/0/reused").asLong()).isEqualTo(6);
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
