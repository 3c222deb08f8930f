package org.icsregistry.projection.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Tie;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestKeys;
import org.icsregistry.projection.fixture.TestLog;
import org.icsregistry.projection.fixture.Upgraded;
import org.icsregistry.projection.rows.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table that decides who sees somebody says what the passports say. */
class TiesTest {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final List<String> ORGANISATIONS = List.of(HOST, CHRISTIE, MANCHESTER, "RW3");

  /** After every few entries, for everybody, at the moments at which something begins or ends. */
  @Test
  void tie_isWhatThePassportSays_atEveryPlaceOfTheLogAndEveryMoment() {
    try (var app = App.following()) {
      var entries = EverySort.log(app.keys).entries();
      for (int from = 0; from < entries.size(); from += 9) {
        var some = entries.subList(from, Math.min(from + 9, entries.size()));
        some.forEach(e -> app.log.append(e.org(), e.subject(), e.data()));
        app.catchUp();
        some.stream()
            .map(RecordedEvent::subject)
            .filter(Format::isUuid)
            .distinct()
            .forEach(person -> compare(app.bean(PassportStore.class), passport(app.log, person)));
      }
      var passports =
          entries.stream()
              .map(RecordedEvent::subject)
              .filter(Format::isUuid)
              .distinct()
              .map(person -> passport(app.log, person))
              .toList();
      assertThat(ties(app.owner(), "passport_tie"))
          .containsExactlyInAnyOrderElementsOf(all(passports));
    }
  }

  private static Passport passport(TestLog log, String person) {
    return log.entries().stream()
        .filter(e -> e.subject().equals(person))
        .reduce(Passport.empty(person), Passport::evolve, (_, later) -> later);
  }

  private static void compare(PassportStore store, Passport passport) {
    for (var moment : moments(passport)) {
      for (var organisation : ORGANISATIONS) {
        var caller = new Caller(organisation, Set.of("partner"), "system", null);
        assertThat(store.bond(Asker.of(caller, moment), passport.subject()))
            .as("%s at %s at entry %d", organisation, moment, passport.lastIndex())
            .isEqualTo(Sight.bond(caller, passport, new Cut(passport.lastIndex(), moment)));
      }
    }
  }

  private static List<Instant> moments(Passport passport) {
    var relations = passport.person().relations();
    var days =
        relations.grants().values().stream()
            .flatMap(g ->
                Stream.of(
                    g.agreedOn().minusDays(1), g.agreedOn(), g.until(), g.until().plusDays(1)))
            .map(TiesTest::noon);
    var emergencies =
        relations.emergencies().values().stream()
            .flatMap(e -> Stream.of(e.until().minus(1, ChronoUnit.MILLIS), e.until()));
    return Stream.of(days, emergencies, Stream.of(Instant.now()))
        .flatMap(moments -> moments)
        .toList();
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(UNITED_KINGDOM).toInstant();
  }

  @Test
  void aPerson_isTheirOwn_onceTheLogKnowsThem_andNobodyElses() {
    try (var app = App.following()) {
      EverySort.log(app.keys)
          .entries()
          .forEach(e -> app.log.append(e.org(), e.subject(), e.data()));
      app.catchUp();
      var person =
          app.log.entries().stream()
              .map(RecordedEvent::subject)
              .filter(Format::isUuid)
              .findFirst()
              .orElseThrow();
      var unknown = "019384c2-7d0e-7c1a-9f55-3fb2a7c0ffff";

      assertThat(own(app, person, person)).isEqualTo(Bond.SELF);
      assertThat(own(app, unknown, unknown)).isEqualTo(Bond.NONE);
      assertThat(own(app, unknown, person)).isEqualTo(Bond.NONE);
    }
  }

  private static Bond own(App app, String asker, String person) {
    var caller = new Caller("", Set.of("volunteer"), "somebody", asker);
    return app.bean(PassportStore.class).bond(Asker.of(caller, Instant.now()), person);
  }

  /** What was withdrawn before it must not come back, not even until the log is read again. */
  @Test
  void anUpgrade_takesTiesFromThePassports_andReadsNothingAgain() {
    var passports = passports();
    var database = new Upgraded();
    database.to("20");
    var owner = database.owner;
    owner.sql("UPDATE projection_version SET next_index = 900").update();
    owner.sql("INSERT INTO log_position VALUES ('passport', 900, '')").update();
    owner.sql("SELECT open_version('passport')").query(Integer.class).single();
    passports.forEach(passport -> fill(owner, "passport_v1", passport));
    fill(owner, "passport_v2", passports.getLast());

    database.to("latest");

    var app = database.app;
    passports.forEach(passport -> compare(new PassportStore(app), passport));
    assertThat(ties(owner, "passport_tie")).containsExactlyInAnyOrderElementsOf(all(passports));
    assertThat(ties(owner, "passport_tie_v2"))
        .containsExactlyInAnyOrderElementsOf(all(List.of(passports.getLast())));
    assertThat(
            app.sql("SELECT next_index FROM log_position WHERE name = 'passport'")
                .query(Long.class)
                .single())
        .isEqualTo(900);
    assertThat(app.sql("SELECT count(*) FROM passport").query(Long.class).single())
        .as("without a sight")
        .isZero();
    app.sql("SELECT serve_version('passport', 2, NULL)").query().listOfRows();
    assertThat(ties(owner, "passport_tie")).hasSameSizeAs(all(List.of(passports.getLast())));
  }

  /** Among them one who withdrew a permission, and one who gave several and is in an emergency. */
  private static List<Passport> passports() {
    var log = new TestLog();
    var keys = new TestKeys();
    EverySort.log(keys).entries().forEach(e -> log.append(e.org(), e.subject(), e.data()));
    new Story(log, keys).registered("Ida", "Stopped").shares().sharesNoMore();
    var urgent = new Story(log, keys).registered("Uma", "Urgent").appliesAtManchester().shares();
    var until = Instant.parse("2026-03-02T21:00:00.123456789Z");
    urgent.emergency(until, until);
    for (int days : List.of(50, 200)) {
      var from = LocalDate.of(2026, 3, 2).plusDays(days);
      log.append(
          MANCHESTER,
          urgent.person,
          new SharingGranted(
              "grant-" + days, CHRISTIE, SharingPurpose.PLACEMENT, from.plusDays(99), from));
    }
    return log.entries().stream()
        .map(RecordedEvent::subject)
        .filter(Format::isUuid)
        .distinct()
        .map(person -> passport(log, person))
        .toList();
  }

  private static void fill(JdbcClient owner, String table, Passport passport) {
    owner
        .sql("INSERT INTO %s VALUES (?, ?, ?)".formatted(table))
        .params(passport.subject(), Json.MAPPER.writeValueAsString(passport), passport.lastIndex())
        .update();
  }

  private static List<Tie> all(List<Passport> passports) {
    return passports.stream()
        .flatMap(p -> Tie.of(p.subject(), p.person().relations()).stream())
        .toList();
  }

  private static List<Tie> ties(JdbcClient client, String table) {
    return client
        .sql(
            """
            SELECT subject, partner, linked, granted::text, nullif(emergency_until, '-infinity')
              FROM %s
            """
                .formatted(table))
        .query((row, _) -> {
          var until = row.getObject(5, OffsetDateTime.class);
          return new Tie(
              row.getString(1),
              row.getString(2),
              row.getBoolean(3),
              row.getString(4),
              until == null ? null : until.toInstant());
        })
        .list();
  }
}
