package org.icsregistry.projection.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.TestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table with which the Greater Manchester pilot of the Digital Staff Passport reported in
 * September 2022, made from events.
 */
class PilotTableTest {

  private static final String HOST = "QOP";

  /** Organisation, registration, issued, verified: in the order of registration. */
  private static final List<Row> PILOT =
      List.of(
          new Row("RRF", "2021-07-13", 2, 3),
          new Row("RBV", "2021-07-20", 12, 10),
          new Row("RMP", "2021-08-05", 7, 3),
          new Row("RWJ", "2021-08-20", 2, 5),
          new Row("RM3", "2021-09-03", 1, 10),
          new Row("RJN", "2021-10-28", 0, 0),
          new Row("R0A", "2021-11-08", 14, 6),
          new Row("RMC", "2022-02-17", 0, 3));

  private record Row(String code, String registered, int issued, int verified) {}

  private static App app;

  @BeforeAll
  static void start() {
    app = App.following(new TestLog(Instant.parse("2021-07-01T09:00:00Z")));
    PILOT.forEach(row -> register(app.log, row));
    var passports = new ArrayList<String>();
    PILOT.forEach(row -> issue(app.log, row, passports));
    PILOT.forEach(row -> verify(app.log, row, passports));
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void readiness_isThePilotsTable() {
    var table = Web.json(app.as(HOST, "lead").get("/v1/readiness"));

    var rows =
        table
            .at("/partners")
            .valueStream()
            .map(p ->
                new Row(
                    p.at("/code").stringValue(),
                    p.at("/registeredAt").stringValue().substring(0, 10),
                    p.at("/issued").intValue(),
                    p.at("/verified").intValue()))
            .toList();
    assertThat(rows).isEqualTo(PILOT);
    assertThat(table.at("/total/issued").intValue()).isEqualTo(38);
    assertThat(table.at("/total/verified").intValue()).isEqualTo(40);
  }

  @Test
  void readiness_saysWhatThePilotNeverMeasured() {
    var table = Web.json(app.as(HOST, "lead").get("/v1/readiness"));

    assertThat(table.at("/total/medianDaysToIssue").doubleValue()).isEqualTo(4);
    assertThat(table.at("/total/medianSecondsToVerify").doubleValue()).isEqualTo(180);
    var bolton = table.at("/partners").get(7);
    assertThat(bolton.has("medianDaysToIssue")).isFalse();
    assertThat(bolton.at("/medianSecondsToVerify").doubleValue()).isEqualTo(180);
  }

  @Test
  void everyFigure_leadsToItsEvents() {
    var partners = Web.json(app.as(HOST, "auditor").get("/v1/readiness")).at("/partners");
    for (var partner : partners) {
      for (var figure : List.of("issued", "verified")) {
        var address = partner.at("/events/" + figure).stringValue();
        var behind = Web.json(app.as(HOST, "auditor").get("/v1" + address + "&limit=500"));
        assertThat(behind.at("/entries").size()).isEqualTo(partner.at("/" + figure).intValue());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"RMC,coordinator", "RWJ,administrator", "RBV,operator"})
  void allOrganisations_seeTheSame(String organisation, String role) {
    var theirs = app.as(organisation, role);
    var others = app.as("RBV", "partner");
    for (var path : List.of("/v1/readiness", "/v1/relationships")) {
      assertThat(theirs.get(path).statusCode()).isEqualTo(200);
      assertThat(Web.json(theirs.get(path))).isEqualTo(Web.json(others.get(path)));
    }
  }

  @Test
  void smallNumbersOfPassports_areHeldBackFromOtherOrganisations_andTheOthersRounded() {
    var table = Web.json(app.as("RMC", "coordinator").get("/v1/readiness"));
    var issued = new ArrayList<Integer>();
    table.at("/partners").forEach(p -> issued.add(p.path("issued").asInt(-1)));

    assertThat(issued)
        .as("2 + 2 + 1 are held back, and 7 so that nobody works out the rest from their own")
        .containsExactly(-1, 10, -1, -1, -1, 0, 15, 0);
    assertThat(table.at("/total/issued").intValue()).as("38, to the nearest five").isEqualTo(40);
    for (var partner : table.at("/partners")) {
      assertThat(partner.has("medianDaysToIssue"))
          .as("a median of fewer than five")
          .isEqualTo(partner.path("issued").asInt(0) >= 5);
    }
  }

  private static void register(TestLog log, Row row) {
    var day = LocalDate.parse(row.registered());
    log.at(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    log.append(HOST, row.code(), new PartnerRegistered(row.code(), IssuerCategory.NHS_TRUST));
    Stream.of(AgreementType.DPIA, AgreementType.DSA, AgreementType.TERMS_OF_USE)
        .forEach(a -> log.append(row.code(), row.code(), new AgreementSigned(a, "1", day, null)));
  }

  private static void issue(TestLog log, Row row, List<String> passports) {
    var day = LocalDate.of(2022, 3, 7);
    for (int n = 0; n < row.issued(); n++) {
      var id = UUID.randomUUID().toString();
      passports.add(id);
      log.append(
          row.code(),
          person(id),
          new PassportIssued(id, row.code(), day, day.plusDays(4), List.of()));
    }
  }

  /** One passport is verified by every host, so the two counts need not agree. */
  private static void verify(TestLog log, Row row, List<String> passports) {
    var begin = Instant.parse("2022-04-04T10:00:00Z");
    for (int n = 0; n < row.verified(); n++) {
      var passport = passports.get(n);
      var share = UUID.randomUUID().toString();
      log.append(
          HOST,
          person(passport),
          new PassportShared(
              passport,
              share,
              row.code(),
              SharingPurpose.VERIFICATION,
              List.of(),
              LocalDate.of(2022, 6, 30)));
      log.append(
          row.code(),
          person(passport),
          new PassportVerified(passport, share, row.code(), begin, begin.plusSeconds(180), 5, 0));
    }
  }

  /** Whose passport it is: somebody of their own for each. */
  private static String person(String passport) {
    return UUID.nameUUIDFromBytes(passport.getBytes(UTF_8)).toString();
  }
}
