package org.icsregistry.projection.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.rows.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The table that decides who sees somebody says what the passports say. */
class TiesTest {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final List<String> ORGANISATIONS =
      List.of(Organisations.HOST, Organisations.CHRISTIE, Organisations.MANCHESTER, "RW3");

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
            .forEach(person -> compare(app, passport(app, person)));
      }
    }
  }

  private static Passport passport(App app, String person) {
    return app.log.entries().stream()
        .filter(e -> e.subject().equals(person))
        .reduce(Passport.empty(person), Passport::evolve, (_, later) -> later);
  }

  private static void compare(App app, Passport passport) {
    var store = app.bean(PassportStore.class);
    for (var moment : moments(passport)) {
      for (var organisation : ORGANISATIONS) {
        var caller = new Caller(organisation, Set.of("partner"), "system", null);
        assertThat(store.bond(Asker.of(caller, moment), passport.subject()))
            .as("%s at %s at entry %d", organisation, moment, app.log.size())
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

  @Test
  void anUpgrade_makesTheTableFromTheLog_whereThereArePassportsAlready() {
    var database = SharedEngines.postgres().freshDatabase("projection");
    var flyway =
        Flyway.configure()
            .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
            .placeholders(Map.of("app", database.app()));
    flyway.target("20").load().migrate();
    var owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                database.jdbcUrl(), database.owner(), database.ownerPassword()));
    owner
        .sql("UPDATE projection_version SET next_index = 7 WHERE projection = 'passport'")
        .update();
    owner.sql("INSERT INTO log_position VALUES ('passport', 7, ''), ('audit', 7, '')").update();

    flyway.target("latest").load().migrate();

    assertThat(
            owner
                .sql(
                    "SELECT version || ' ' || next_index FROM projection_version WHERE projection = 'passport' AND state = 'SERVING'")
                .query(String.class)
                .single())
        .isEqualTo("2 0");
    assertThat(owner.sql("SELECT name FROM log_position").query(String.class).list())
        .containsExactly("audit");
    assertThat(owner.sql("SELECT count(*) FROM passport_tie").query(Long.class).single()).isZero();
  }
}
