package org.icsregistry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.system.Ics.HOST;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.icsregistry.system.Cluster.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The systems that the mission names, each as its users meet it: partners' systems over HTTP, on
 * services that run as processes of their own.
 */
class MissionTest {

  private static final String CHRISTIE = "RBV";
  private static final String MANCHESTER = "R0A";
  private static final String CHARITY = "GB-CHC-1015988";
  private static final String COUNCIL = "306";

  private static final String IDENTITY =
      """
      {"kind":"CHECK","check":"IDENTITY","minLevel":"MEDIUM","blocking":true,"mayStartSupervised":false,\
      "jurisdiction":"NATIONAL","typicalDays":2}\
      """;
  private static final String FIRE =
      """
      {"kind":"TRAINING","training":"CSTF_FIRE","maxAgeMonths":24,"portable":true,"blocking":true,\
      "mayStartSupervised":false,"jurisdiction":"NATIONAL","typicalDays":1}\
      """;
  private static final String INDUCTION =
      """
      {"kind":"TRAINING","training":"LOCAL_INDUCTION","portable":false,"blocking":true,\
      "mayStartSupervised":false,"jurisdiction":"PARTNER","typicalDays":7}\
      """;
  private static final String IDENTITY_SEEN = "{\"outcome\":\"MET\",\"level\":\"HIGH\"}";

  private static Cluster cluster;
  private static Ics ics;

  @BeforeAll
  static void start() throws Exception {
    cluster = new Cluster();
    ics = new Ics(cluster);
    ics.admit(CHRISTIE, "The Christie", "NHS_TRUST");
    ics.admit(MANCHESTER, "Manchester University", "NHS_TRUST");
    ics.admit(CHARITY, "Royal Voluntary Service", "VCSE_CHARITY");
    ics.admit(COUNCIL, "Cheshire East Council", "LOCAL_AUTHORITY");
    ics.trusts(MANCHESTER, "NHS_TRUST", "VCSE_CHARITY");
    ics.trusts(CHARITY, "NHS_TRUST");
    ics.define(HOST, "QOP.WARD_HELPER", "Ward helper", "REGULAR", IDENTITY + "," + FIRE);
    ics.define(
        MANCHESTER,
        "R0A.MEALTIMES",
        "Mealtime volunteer",
        "SHIFT",
        String.join(",", IDENTITY, FIRE, INDUCTION));
    ics.define(HOST, "QOP.VIDEO_CALLS", "Eyes for somebody who sees badly", "MICRO_TASK", "");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /**
   * A check and a training item recorded by partner A let partner B place the same person in
   * another role with nothing re-keyed; the person sees "n of m" and the next step.
   */
  @Test
  void volunteerPassport() throws Exception {
    var person = ics.register(CHRISTIE);
    ics.recruit(CHRISTIE, person, "QOP.WARD_HELPER");
    ics.check(CHRISTIE, person, "IDENTITY", IDENTITY_SEEN);
    ics.training(CHRISTIE, person, "CSTF_FIRE", ics.today().minusDays(5));
    ics.awaitCleared(CHRISTIE, person, "QOP.WARD_HELPER");

    ics.link(MANCHESTER, person);
    ics.recruit(MANCHESTER, person, "R0A.MEALTIMES");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          var progress = ics.progress(MANCHESTER, person, "R0A.MEALTIMES");
          assertThat(progress.path("met").asInt()).isEqualTo(2);
          assertThat(progress.path("total").asInt()).isEqualTo(3);
          assertThat(progress.at("/next/requirement").asString()).isEqualTo("LOCAL_INDUCTION");
        });
    ics.training(MANCHESTER, person, "LOCAL_INDUCTION", ics.today());
    ics.awaitCleared(MANCHESTER, person, "R0A.MEALTIMES");
    ics.place(MANCHESTER, person, "R0A.MEALTIMES");

    awaitRecorded(person, "ActivityRecorded.v1");
    var recorded = ics.history(person).map(e -> e.path("type").asString()).toList();
    assertThat(recorded).filteredOn("CheckRecorded.v1"::equals).hasSize(1);
    assertThat(recorded).filteredOn("TrainingRecorded.v1"::equals).hasSize(2);
    assertThat(recorded).containsSubsequence("InterestExpressed.v1", "ActivityRecorded.v1");
    // The log holds the figure that the whole project is about: from interest to first activity.
    assertThat(ics.history(person).map(e -> Instant.parse(e.path("recordedAt").asString())))
        .isSorted();
  }

  /** Profiles are versioned data; a decision explains itself by the version then in force. */
  @Test
  void roleDependentScreening() throws Exception {
    ics.define(CHRISTIE, "RBV.GUIDE", "Welcome guide", "REGULAR", IDENTITY);
    var person = ics.register(CHRISTIE);
    ics.recruit(CHRISTIE, person, "RBV.GUIDE");
    ics.check(CHRISTIE, person, "IDENTITY", IDENTITY_SEEN);
    ics.awaitCleared(CHRISTIE, person, "RBV.GUIDE");
    ics.send(
        CHRISTIE,
        "ReviseRole.v1",
        "RBV.GUIDE",
        """
        {"title":"Welcome guide","mode":"REGULAR","requirements":[%s,%s],"appliesToPlaced":false}\
        """
            .formatted(IDENTITY, FIRE));
    var other = ics.register(CHRISTIE);
    ics.recruit(CHRISTIE, other, "RBV.GUIDE");

    ics.until(
        CHRISTIE,
        Part.PROJECTION,
        "/v1/passports/" + other,
        p -> p.at("/progress/0/roleVersion").asInt() == 2);
    var before = ics.passport(CHRISTIE, person);
    assertThat(before.at("/clearances/0/roleVersion").asInt()).isEqualTo(1);
    assertThat(before.at("/clearances/0/inForce").asBoolean()).isTrue();
    assertThat(ics.progress(CHRISTIE, other, "RBV.GUIDE").path("total").asInt()).isEqualTo(2);
    assertThat(
            ics.refused(
                CHRISTIE,
                "ClearForRole.v1",
                other,
                "{\"partner\":\"RBV\",\"roleId\":\"RBV.GUIDE\"}"))
        .isEqualTo("REQUIREMENTS_NOT_MET");
  }

  /** A role with no requirements: join and be active within a minute. */
  @Test
  void beMyEyes() throws Exception {
    var begun = Instant.now();

    var person = ics.register(CHARITY);
    ics.recruit(CHARITY, person, "QOP.VIDEO_CALLS");
    ics.awaitCleared(CHARITY, person, "QOP.VIDEO_CALLS");
    ics.place(CHARITY, person, "QOP.VIDEO_CALLS");

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMinutes(1));
    awaitRecorded(person, "ActivityRecorded.v1");
    assertThat(ics.history(person).map(e -> e.path("type").asString()))
        .doesNotContain("CheckRequested.v1", "TrainingAssigned.v1")
        .contains("ActivityRecorded.v1");
  }

  /** Milestones, thanks and feedback in both directions; checks gate the role. */
  @Test
  void teamKinetic() throws Exception {
    var person = ics.register(CHRISTIE);
    ics.recruit(CHRISTIE, person, "QOP.WARD_HELPER");
    var early = UUID.randomUUID().toString();
    ics.send(
        CHRISTIE,
        "OfferPlacement.v1",
        person,
        "{\"placementId\":\"%s\",\"roleId\":\"QOP.WARD_HELPER\"}".formatted(early));
    assertThat(
            ics.refused(
                CHRISTIE,
                "StartPlacement.v1",
                person,
                "{\"placementId\":\"%s\",\"startedOn\":\"%s\"}".formatted(early, ics.today())))
        .isEqualTo("NOT_CLEARED");
    ics.check(CHRISTIE, person, "IDENTITY", IDENTITY_SEEN);
    ics.training(CHRISTIE, person, "CSTF_FIRE", ics.today().minusDays(1));
    ics.awaitCleared(CHRISTIE, person, "QOP.WARD_HELPER");
    var placement = ics.place(CHRISTIE, person, "QOP.WARD_HELPER");
    ics.send(
        CHRISTIE,
        "ThankVolunteer.v1",
        person,
        "{\"placementId\":\"%s\",\"milestone\":\"FIRST_ACTIVITY\"}".formatted(placement));
    for (var voice : new String[] {"VOLUNTEER", "ORGANISATION"}) {
      ics.send(
          CHRISTIE,
          "GiveFeedback.v1",
          person,
          "{\"placementId\":\"%s\",\"from\":\"%s\",\"rating\":5}".formatted(placement, voice));
    }

    awaitRecorded(person, "FeedbackGiven.v1");
    assertThat(ics.history(person).map(e -> e.path("type").asString()))
        .contains("VolunteerThanked.v1", "FeedbackGiven.v1");
  }

  /** Every partner, whatever its size, sees the same facts about every other. */
  @Test
  void systemRelationships() throws Exception {
    var path = "/v1/audit?limit=500&subject=" + MANCHESTER;
    ics.until(
        CHARITY, Part.PROJECTION, path, p -> p.toString().contains("RecognitionPolicyAdopted.v1"));

    JsonNode small = ics.ask(CHARITY, Part.PROJECTION, path);
    JsonNode large = ics.ask(CHRISTIE, Part.PROJECTION, path);
    assertThat(small).isEqualTo(large);
    assertThat(small.path("entries").valueStream().map(e -> e.path("type").asString()))
        .contains("PartnerRegistered.v1", "AgreementSigned.v1", "RecognitionPolicyAdopted.v1");
  }

  /** Cleared people are called up, answer, and a temporary role ends by itself. */
  @Test
  void emergencyCallUp() throws Exception {
    var person = ics.register(CHRISTIE);
    ics.recruit(CHRISTIE, person, "QOP.WARD_HELPER");
    ics.check(CHRISTIE, person, "IDENTITY", IDENTITY_SEEN);
    ics.training(CHRISTIE, person, "CSTF_FIRE", ics.today().minusDays(1));
    ics.awaitCleared(CHRISTIE, person, "QOP.WARD_HELPER");
    ics.send(
        HOST,
        "DeclareSurge.v1",
        "QOP.SURGE.FLOOD",
        """
        {"title":"Flood in the south","reason":"FLOOD","areas":["M20"],"alertLimit":2}\
        """);
    ics.send(
        HOST,
        "OpenSurgeRole.v1",
        "QOP.SANDBAGS",
        """
        {"surgeId":"QOP.SURGE.FLOOD","derivedFrom":"QOP.WARD_HELPER","title":"Sandbag helper",
         "mode":"EMERGENCY","requirements":[%s],"endsOn":"%s"}\
        """
            .formatted(IDENTITY, ics.today().plusDays(7)));
    var callUp = UUID.randomUUID().toString();
    ics.send(
        CHRISTIE,
        "CallUp.v1",
        person,
        """
        {"callUpId":"%s","surgeId":"QOP.SURGE.FLOOD","partner":"RBV","roleId":"QOP.SANDBAGS"}\
        """
            .formatted(callUp));
    ics.send(
        CHRISTIE,
        "AnswerCallUp.v1",
        person,
        "{\"callUpId\":\"%s\",\"answer\":\"YES\"}".formatted(callUp));
    var stranger = ics.register(MANCHESTER);
    assertThat(
            ics.refused(
                MANCHESTER,
                "CallUp.v1",
                stranger,
                """
                {"callUpId":"%s","surgeId":"QOP.SURGE.FLOOD","partner":"R0A","roleId":"QOP.SANDBAGS"}\
                """
                    .formatted(UUID.randomUUID())))
        .isEqualTo("NOT_CLEARED");
    ics.send(HOST, "StandDown.v1", "QOP.SURGE.FLOOD", "{\"reason\":\"OVER\"}");

    awaitRecorded(person, "CallUpAnswered.v1");
    assertThat(ics.history(person).map(e -> e.path("type").asString()))
        .containsSubsequence("CallUpSent.v1", "CallUpAnswered.v1");
  }

  /**
   * Issued by one employer, verified by another item by item; how long it took is in the log and in
   * the readiness table; only the issuer withdraws.
   */
  @Test
  void digitalStaffPassport() throws Exception {
    var person = ics.register(CHRISTIE);
    var identity = ics.check(CHRISTIE, person, "IDENTITY", IDENTITY_SEEN);
    var fire = ics.training(CHRISTIE, person, "CSTF_FIRE", ics.today().minusDays(3));
    ics.link(MANCHESTER, person);
    var passport = UUID.randomUUID().toString();
    var share = UUID.randomUUID().toString();
    ics.send(
        CHRISTIE,
        "IssuePassport.v1",
        person,
        "{\"passportId\":\"%s\",\"requestedOn\":\"%s\",\"items\":[\"%s\",\"%s\"]}"
            .formatted(passport, ics.today().minusDays(1), identity, fire));
    ics.send(
        CHRISTIE,
        "SharePassport.v1",
        person,
        """
        {"passportId":"%s","shareId":"%s","partner":"R0A","purpose":"VERIFICATION",
         "items":["%s","%s"],"until":"%s"}\
        """
            .formatted(passport, share, identity, fire, ics.today().plusDays(14)));
    var shared = "{\"passportId\":\"%s\",\"shareId\":\"%s\"".formatted(passport, share);
    ics.send(MANCHESTER, "NoteView.v1", person, shared + ",\"purpose\":\"VERIFICATION\"}");
    ics.send(
        MANCHESTER, "AcceptItem.v1", person, shared + ",\"itemId\":\"%s\"}".formatted(identity));
    assertThat(ics.refused(MANCHESTER, "CompleteVerification.v1", person, shared + "}"))
        .isNotEqualTo("accepted");
    ics.send(
        MANCHESTER,
        "RejectItem.v1",
        person,
        shared + ",\"itemId\":\"%s\",\"reason\":\"NOT_NEEDED\"}".formatted(fire));
    ics.send(MANCHESTER, "CompleteVerification.v1", person, shared + "}");
    var revoke = "{\"passportId\":\"%s\",\"reason\":\"ISSUED_IN_ERROR\"}".formatted(passport);
    assertThat(ics.refused(MANCHESTER, "RevokePassport.v1", person, revoke))
        .isNotEqualTo("accepted");
    ics.send(CHRISTIE, "RevokePassport.v1", person, revoke);

    var table =
        ics.until(
            "auditor",
            Part.PROJECTION,
            "/v1/readiness",
            t -> t.at("/total/issued").asInt() == 1 && t.at("/total/verified").asInt() == 1);
    assertThat(table.at("/total/medianSecondsToVerify").asDouble()).isBetween(0.0, 60.0);
    awaitRecorded(person, "PassportRevoked.v1");
    assertThat(ics.history(person).map(e -> e.path("type").asString()))
        .containsSubsequence(
            "PassportIssued.v1",
            "PassportShared.v1",
            "PassportViewed.v1",
            "ItemAccepted.v1",
            "ItemRejected.v1",
            "PassportVerified.v1",
            "PassportRevoked.v1");
  }

  /** Demand is shared; each partner qualifies its own people by its own policy. */
  @Test
  void nyby() throws Exception {
    ics.send(
        CHRISTIE,
        "PublishOpportunity.v1",
        "RBV.WARD_4_MORNINGS",
        """
        {"title":"Mornings on ward 4","roleId":"QOP.WARD_HELPER",
         "terms":{"place":"Ward 4","area":"M20","mode":"SHIFT","places":3,"from":"%s","until":"%s",
                  "reach":"EVERY_PARTNER"}}\
        """
            .formatted(ics.today(), ics.today().plusDays(60)));
    var person = ics.register(CHARITY);
    ics.training(CHARITY, person, "CSTF_FIRE", ics.today().minusDays(3));

    var found =
        ics.until(
            CHARITY,
            Part.PROJECTION,
            "/v1/opportunities?person=" + person,
            page -> page.toString().contains("\"met\":1"));
    assertThat(found.toString()).contains("RBV.WARD_4_MORNINGS", "IDENTITY");
  }

  /** On and off duty, alert limits, small tasks as activity. */
  @Test
  void nhsVolunteerResponders() throws Exception {
    var person = ics.register(CHARITY);
    ics.recruit(CHARITY, person, "QOP.VIDEO_CALLS");
    ics.awaitCleared(CHARITY, person, "QOP.VIDEO_CALLS");
    ics.send(
        HOST,
        "DeclareSurge.v1",
        "QOP.SURGE.HEATWAVE",
        "{\"title\":\"Heatwave\",\"reason\":\"SEVERE_WEATHER\",\"areas\":[\"M\"],\"alertLimit\":1}");
    var duty = "{\"duty\":\"%s\",\"area\":\"M20\",\"modes\":[\"MICRO_TASK\"]}";
    var call =
        """
        {"callUpId":"%s","surgeId":"QOP.SURGE.HEATWAVE","partner":"GB-CHC-1015988","roleId":"QOP.VIDEO_CALLS"}\
        """;
    ics.send(CHARITY, "ChangeAvailability.v1", person, duty.formatted("OFF_DUTY"));
    assertThat(ics.refused(CHARITY, "CallUp.v1", person, call.formatted(UUID.randomUUID())))
        .isEqualTo("OFF_DUTY");
    ics.send(CHARITY, "ChangeAvailability.v1", person, duty.formatted("ON_DUTY"));
    var callUp = UUID.randomUUID();
    ics.send(CHARITY, "CallUp.v1", person, call.formatted(callUp));
    ics.send(
        CHARITY,
        "AnswerCallUp.v1",
        person,
        "{\"callUpId\":\"%s\",\"answer\":\"LATER\"}".formatted(callUp));
    assertThat(ics.refused(CHARITY, "CallUp.v1", person, call.formatted(UUID.randomUUID())))
        .isEqualTo("ALERT_LIMIT_REACHED");
    var placement = ics.place(CHARITY, person, "QOP.VIDEO_CALLS");
    for (int task = 0; task < 10; task++) {
      ics.activity(CHARITY, person, placement, "MICRO_TASK", "ERRANDS", 20, 1);
    }

    var path = "/v1/passports/" + person;
    var passport =
        ics.until(CHARITY, Part.PROJECTION, path, p -> p.at("/placements/0/tasks").asInt() == 11);
    assertThat(passport.at("/placements/0/minutes").asInt()).isEqualTo(215);
  }

  /** Where people are wanted, and how far somebody is from what is asked there. */
  @Test
  void tribe() throws Exception {
    for (var area : new String[] {"M20", "OL6"}) {
      ics.send(
          MANCHESTER,
          "PublishOpportunity.v1",
          "R0A.TRIBE_" + area,
          """
          {"title":"Lunches in %1$s","roleId":"R0A.MEALTIMES",
           "terms":{"place":"Hospital kitchen","area":"%1$s","mode":"SHIFT","places":2,"from":"%2$s","until":"%3$s",
                    "reach":"OWN_PEOPLE"}}\
          """
              .formatted(area, ics.today(), ics.today().plusDays(30)));
    }
    var person = ics.register(MANCHESTER);
    ics.check(MANCHESTER, person, "IDENTITY", IDENTITY_SEEN);

    var near =
        ics.until(
            MANCHESTER,
            Part.PROJECTION,
            "/v1/opportunities?area=M20&person=" + person,
            page -> page.toString().contains("\"met\":1"));
    assertThat(near.toString())
        .contains("R0A.TRIBE_M20", "CSTF_FIRE", "LOCAL_INDUCTION")
        .doesNotContain("R0A.TRIBE_OL6");
  }

  /** Interfaces described for everybody; what reuse saves is computed, with its method. */
  @Test
  void roundTable() throws Exception {
    for (var part : new Part[] {Part.REGISTRY, Part.ONBOARDING, Part.PROJECTION}) {
      assertThat(ics.ask(CHARITY, part, "/v3/api-docs").path("paths").size()).isPositive();
    }
    assertThat(ics.ask(CHARITY, Part.REGISTRY, "/v1/schemas").toString())
        .contains("RecordCheck.v1", "ActivityRecorded.v1");
    assertThat(ics.ask(CHARITY, Part.PROJECTION, "/v1/figures").has("savings")).isTrue();
  }

  /** A programme with measures of its own, drawn from the log. */
  @Test
  void backToHealth() throws Exception {
    var programme = "QOP.PROGRAMME.BACK_TO_HEALTH";
    ics.send(
        HOST,
        "DefineProgramme.v1",
        programme,
        """
        {"title":"Back to Health","objective":"Fewer missed appointments","partners":["RBV","R0A"],
         "measures":[{"code":"CALLS_REACHED","title":"Calls that reached somebody","unit":"PERCENT",
                      "direction":"UP","target":"50"}]}\
        """);
    ics.send(
        CHRISTIE,
        "RecordOutcome.v1",
        programme,
        """
        {"measure":"CALLS_REACHED","partner":"RBV","from":"2026-01-01","to":"2026-06-30",
         "value":"1515","denominator":"2541"}\
        """);

    var shown =
        ics.until(
            CHARITY,
            Part.PROJECTION,
            "/v1/programmes/" + programme,
            p -> p.toString().contains("59.6"));
    assertThat(shown.at("/programme/measures/0/outcomes/0/reached").asBoolean()).isTrue();
  }

  /** The audit trail follows the log by a moment. */
  private static void awaitRecorded(String subject, String type) {
    ics.until(
        "auditor",
        Part.PROJECTION,
        "/v1/audit?limit=500&subject=" + subject,
        page -> page.toString().contains(type));
  }
}
