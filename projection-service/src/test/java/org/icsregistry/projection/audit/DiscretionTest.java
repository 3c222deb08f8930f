package org.icsregistry.projection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestKeys;
import org.icsregistry.projection.fixture.TestLog;
import org.icsregistry.projection.fixture.Upgraded;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The columns that narrow the trail say what the events say. */
class DiscretionTest {

  private static final Instant TOLD = Instant.parse("2026-03-02T21:00:00.123456Z");

  /** An entry and whom it may be told, as the trail holds it. */
  private record Row(long logIndex, Reserved reserved) {}

  @Test
  void trail_showsWhatEachReaderMayBeTold_ofEverySortOfEntry() {
    try (var app = App.following()) {
      var log = log(app.keys);
      log.entries().forEach(e -> app.log.append(e.org(), e.subject(), e.data()));
      app.catchUp();
      var trail = app.bean(AuditTrail.class);

      for (var discretion : readers()) {
        var allowed = app.log.entries().stream().filter(discretion::allows).toList();
        assertThat(allowed).as(discretion.toString()).hasSizeLessThan(log.entries().size());
        assertThat(shown(trail, discretion))
            .as(discretion.toString())
            .containsExactlyElementsOf(allowed.stream().map(RecordedEvent::logIndex).toList());
      }
    }
  }

  private static List<Discretion> readers() {
    return List.of(
        new Discretion.TowardsOrganisation(HOST),
        new Discretion.TowardsOrganisation(CHRISTIE),
        new Discretion.TowardsOrganisation(MANCHESTER),
        new Discretion.TowardsOrganisation("RW3"),
        new Discretion.TowardsPerson(TOLD.minus(1, ChronoUnit.MICROS)));
  }

  private static List<Long> shown(AuditTrail trail, Discretion discretion) {
    return trail
        .page(AuditQuery.of(null, null, null, null, "500", null, AuditQuery.Order.ASC), discretion)
        .entries()
        .stream()
        .map(AuditEntry::logIndex)
        .toList();
  }

  /** The version that serves and the one that is being filled. */
  @Test
  void anUpgrade_fillsTheColumns_andReadsNothingAgain() {
    var entries = log(new TestKeys()).entries();
    var database = new Upgraded();
    database.to("23");
    var owner = database.owner;
    owner.sql("UPDATE projection_version SET next_index = 900").update();
    owner.sql("SELECT open_version('audit')").query(Integer.class).single();
    entries.forEach(entry -> fill(owner, "audit_v1", entry));
    fill(owner, "audit_v2", entries.getFirst());

    database.to("latest");

    var expected = entries.stream().map(e -> new Row(e.logIndex(), Reserved.of(e))).toList();
    assertThat(expected)
        .extracting(row -> row.reserved().to())
        .contains(null, Reserved.NOBODY, CHRISTIE, MANCHESTER);
    var app = database.app;
    assertThat(rows(app, "audit")).containsExactlyElementsOf(expected);
    assertThat(rows(app, "audit_v2")).containsExactly(expected.getFirst());
    app.sql("SELECT serve_version('audit', 2, NULL)").query().listOfRows();
    assertThat(rows(app, "audit")).hasSize(1);
  }

  /** Among them an emergency of which the person is told later. */
  private static TestLog log(TestKeys keys) {
    var log = EverySort.log(keys);
    var person = new Story(log, keys).registered("Uma", "Urgent").appliesAtManchester();
    person.emergency(TOLD, TOLD);
    log.append(
        MANCHESTER,
        person.person,
        new DetailsViewed(
            MANCHESTER, "u-7", LookOffice.COORDINATOR, LookGround.BREAK_GLASS, TOLD, TOLD));
    return log;
  }

  private static void fill(JdbcClient owner, String table, RecordedEvent entry) {
    owner
        .sql("INSERT INTO %s VALUES (?, ?, ?, NULL, ?, now(), '', ?)".formatted(table))
        .params(
            entry.logIndex(),
            entry.subject(),
            entry.org(),
            MessageTypes.nameOf(entry.data().getClass()),
            EventCodec.encode(entry, EventCodec.payload(entry.data())))
        .update();
  }

  private static List<Row> rows(JdbcClient client, String table) {
    return client
        .sql("SELECT log_index, reserved_to, reserved_until FROM %s ORDER BY 1".formatted(table))
        .query((row, _) -> {
          var until = row.getTimestamp(3);
          return new Row(
              row.getLong(1),
              new Reserved(row.getString(2), until == null ? null : until.toInstant()));
        })
        .list();
  }
}
