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

  /** The audit trail follows the log by a moment. */
  private static void awaitRecorded(String subject, String type) {
    ics.until(
        "auditor",
        Part.PROJECTION,
        "/v1/audit?limit=500&subject=" + subject,
        page -> page.toString().contains(type));
  }
}
