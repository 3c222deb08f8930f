package org.icsregistry.auditor.fsck;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.replay.History;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Tie;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of projection-service, filled with what the folds make of a log. */
class ReadModelsTest {
  private static final List<byte[]> ENTRIES = entries();

  private String url = "";
  private @Nullable Connection connection;

  @BeforeEach
  void fillTables() throws SQLException {
    var database = SharedEngines.postgres().freshDatabase("projection");
    url = OwnerUrl.of(database);
    connection = DriverManager.getConnection(url);
    run(
        "create table projection_version (projection text, next_index bigint, digest bytea, state text)");
    for (var table :
        List.of(
            "passport",
            "partner",
            "role",
            "surge",
            "programme",
            "opportunity",
            "readiness",
            "reliance")) {
      run("create table %s (key text, doc text)".formatted(table));
    }
    for (var figure :
        List.of(
            "presence",
            "given",
            "application",
            "turn",
            "exit",
            "decision",
            "clearance",
            "bypass",
            "warning",
            "call_up")) {
      run("create table figure_%s (subject text, since bigint)".formatted(figure));
    }
    run("create table relied (issuer text, subject text)");
    run("create table audit (leaf_hash bytea)");
    run(
        """
        create table passport_tie (subject text, partner text, linked boolean,
          granted datemultirange, emergency_until timestamptz)
        """);
    run("create table passport_link (subject text, partner text)");
    fill();
  }

  @AfterEach
  void close() throws SQLException {
    connection().close();
  }

  @Test
  void compare_findsNothing_whenRowsDigestsAndLogAgree() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void compare_namesTheModel_whoseRowsWereTouched() throws SQLException {
    for (var table : List.of("passport", "opportunity")) {
      run("update %s set doc = doc || ' '".formatted(table));
      assertThat(findings()).extracting(CopyFinding.ReadModelDiffers::model).contains(table);
    }
    run("insert into reliance values ('RBV R0A', '{}')");
    run("update figure_turn set since = 1");
    assertThat(findings())
        .extracting(CopyFinding.ReadModelDiffers::model)
        .containsExactlyInAnyOrder("passport", "opportunity", "readiness", "figures");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into passport_tie values ('somebody', 'R0A', true, '{}', '-infinity')",
        "delete from passport_tie where granted <> '{}'",
        "update passport_tie set linked = not linked where subject = (select min(subject) from passport_tie)",
        "update passport_tie set granted = granted + '{[2026-01-01,2099-01-01)}' where granted <> '{}'",
        "update passport_tie set emergency_until = now() where emergency_until > '-infinity'",
        "insert into passport_link values ('somebody', 'R0A')",
        "delete from passport_link where subject = (select min(subject) from passport_link)"
      })
  void compare_namesPassports_whoseTiesWereTouched(String touch) throws SQLException {
    run(touch);
    assertThat(findings())
        .extracting(CopyFinding.ReadModelDiffers::model)
        .containsExactly("passport");
  }

  @Test
  void compare_namesReadiness_whoseRowsOfPeopleWereTouched() throws SQLException {
    run("update relied set issuer = 'R0A'");
    assertThat(findings())
        .extracting(CopyFinding.ReadModelDiffers::model)
        .containsExactly("readiness");
  }

  @Test
  void compare_namesTheModel_thatTheLogDoesNotMake() throws SQLException {
    // Rows and digest agree with each other and not with the log.
    run("delete from opportunity");
    run("update projection_version set digest = '\\x00' where projection = 'opportunity'");
    assertThat(findings())
        .extracting(CopyFinding.ReadModelDiffers::model)
        .containsOnly("opportunity");
  }

  @Test
  void compare_namesTheModel_thatIsAheadOfTheLog() throws SQLException {
    run("update projection_version set next_index = 999 where projection = 'audit'");
    assertThat(findings()).extracting(CopyFinding.ReadModelDiffers::model).containsExactly("audit");
  }

  private List<CopyFinding.ReadModelDiffers> findings() {
    var findings = new Findings();
    try (var database = Database.open(url, "UNUSED")) {
      var models = new ReadModels(database);
      for (int i = 0; i < ENTRIES.size(); i++) {
        var entry = ENTRIES.get(i);
        models.event(i, Rfc6962.leafHash(entry), EventCodec.decode(entry));
      }
      models.compare(ENTRIES.size(), findings);
    }
    return findings.all().stream().map(CopyFinding.ReadModelDiffers.class::cast).toList();
  }

  private void fill() throws SQLException {
    var history = new History(null);
    ENTRIES.forEach(entry -> history.apply(EventCodec.decode(entry)));
    var passports = new DigestSum();
    documents("passport", history.passports(), passports);
    version("passport", passports);
    for (var passport : history.passports().values()) {
      ties(passport);
    }
    var opportunities = new DigestSum();
    documents("opportunity", history.opportunities(), opportunities);
    version("opportunity", opportunities);
    var leaves = new DigestSum();
    for (var entry : ENTRIES) {
      leaves.addHash(Rfc6962.leafHash(entry));
      insert("insert into audit values (?)", Rfc6962.leafHash(entry));
    }
    version("audit", leaves);
    version("directory", new DigestSum());
    run("insert into relied values ('RBV', 'somebody')");
    var readiness = new DigestSum();
    readiness.addDocument("relied", "{\"issuer\":\"RBV\",\"subject\":\"somebody\"}");
    version("readiness", readiness);
    run("insert into figure_turn values ('somebody', 0)");
    var figures = new DigestSum();
    figures.addDocument("figure_turn", "{\"subject\":\"somebody\",\"since\":0}");
    version("figures", figures);
  }

  private void ties(Passport passport) throws SQLException {
    for (var tie : Tie.of(passport.subject(), passport.person().relations())) {
      insert(
          "insert into passport_tie values (?, ?, ?, ?::datemultirange, coalesce(?::timestamptz, '-infinity'))",
          tie.subject(),
          tie.partner(),
          tie.linked(),
          tie.granted(),
          Objects.toString(tie.emergencyUntil(), null));
      if (tie.linked()) {
        insert("insert into passport_link values (?, ?)", tie.subject(), tie.partner());
      }
    }
  }

  private void documents(String table, Map<String, ?> documents, DigestSum sum)
      throws SQLException {
    for (var document : documents.entrySet()) {
      var json = Json.MAPPER.writeValueAsString(document.getValue());
      sum.addDocument(document.getKey(), json);
      insert("insert into %s values (?, ?)".formatted(table), document.getKey(), json);
    }
  }

  private void version(String name, DigestSum digest) throws SQLException {
    insert(
        "insert into projection_version values (?, ?, ?, 'SERVING')",
        name,
        (long) ENTRIES.size(),
        new BigInteger(digest.toString(), 16).toByteArray());
  }

  private void insert(String sql, @Nullable Object... values) throws SQLException {
    try (var insert = connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.execute();
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connection() {
    return requireNonNull(connection);
  }

  private static List<byte[]> entries() {
    var entries = new ArrayList<>(TestLog.of(30).entries());
    entries.add(TestLog.entry(30, "RBV.TROLLEYS", new OpportunityClosed(OpportunityEnd.FILLED)));
    var day = LocalDate.of(2026, 1, 5);
    entries.add(
        TestLog.entry(
            31,
            new SharingGranted("grant", "R0A", SharingPurpose.PLACEMENT, day.plusYears(1), day)));
    var moment = Instant.parse("2026-01-05T09:00:00.123456789Z");
    entries.add(
        TestLog.entry(
            32,
            new GlassBroken(
                "RBV", EmergencyReason.IMMINENT_RISK, new Sealed<>("sealed"), moment, moment)));
    return entries;
  }
}
