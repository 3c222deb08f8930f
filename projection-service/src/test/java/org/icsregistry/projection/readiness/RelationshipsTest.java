package org.icsregistry.projection.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.GUIDE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.rebuild.Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who relied on whom, where one person has many items and where many people have one. */
class RelationshipsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static App app;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    for (int i = 0; i < 8; i++) {
      reuse(CHRISTIE, MANCHESTER, person(0), "NVC_1");
    }
    for (int i = 1; i <= 5; i++) {
      reuse(MANCHESTER, CHRISTIE, person(i), "NVC_1");
    }
    for (int i = 0; i < 6; i++) {
      reuse(MANCHESTER, CHRISTIE, person(1), "CSTF_FIRE");
    }
    // On 1 July in British summer time, which is the day before in universal time.
    app.log.at(Instant.parse("2026-06-30T23:30:00Z"));
    reuse(MANCHESTER, CHRISTIE, person(1), "NVC_1");
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void whoReliedOnWhom_isShownFromFiveDifferentPeopleOn() {
    var reliance = Web.json(app.as(HOST, "lead").get("/v1/relationships")).at("/reliance");

    assertThat(reliance).as("eight decisions about one person are not shown").hasSize(1);
    assertThat(reliance.at("/0/receiver").stringValue()).isEqualTo(MANCHESTER);
    assertThat(reliance.at("/0/issuer").stringValue()).isEqualTo(CHRISTIE);
    assertThat(reliance.at("/0/reused").asLong()).as("twelve").isEqualTo(10);
    assertThat(reliance.at("/0/byRequirement").propertyNames())
        .as("six of fire safety are all about one person")
        .containsExactly("NVC_1");
    assertThat(reliance.at("/0/byRequirement/NVC_1").asLong()).as("six").isEqualTo(5);
    assertThat(reliance.at("/0/lastOn").stringValue()).isEqualTo("2026-07-01");
  }

  @Test
  void theDigest_isOfEverythingThatIsShown() {
    var digest = Digest.EMPTY;
    for (var row :
        app.owner()
            .sql(
                """
                select key || chr(10) || doc from readiness
                union all select key || chr(10) || doc from reliance
                union all select 'relied' || chr(10) || row_to_json(t) from relied t
                """)
            .query((found, _) -> found.getString(1))
            .list()) {
      digest = digest.plus(row.getBytes(UTF_8));
    }
    assertThat(app.owner().sql("select count(*) from relied").query(Long.class).single())
        .as("one row for each person and requirement")
        .isEqualTo(7);
    assertThat(
            app.owner()
                .sql("select digest from projection_version where projection = 'readiness'")
                .query(byte[].class)
                .single())
        .isEqualTo(digest.bytes());
  }

  private static void reuse(String receiver, String issuer, String person, String training) {
    var item = UUID.randomUUID().toString();
    app.log.append(
        issuer,
        person,
        new TrainingRecorded(
            item,
            training,
            issuer,
            IssuerCategory.NHS_TRUST,
            null,
            "elearning for healthcare",
            EvidenceType.LMS_RECORD,
            DAY));
    app.log.append(
        receiver,
        person,
        new RecognitionDecided(
            receiver, GUIDE, 1, 0, training, item, RecognitionDecision.REUSED, null));
  }

  private static String person(int number) {
    return UUID.nameUUIDFromBytes(("person " + number).getBytes(UTF_8)).toString();
  }
}
