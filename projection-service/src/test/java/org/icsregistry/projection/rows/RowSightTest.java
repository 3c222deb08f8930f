package org.icsregistry.projection.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.rebuild.Places;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What a query gets that forgot every condition, asked in the role in which the service runs. */
class RowSightTest {

  private static App app;
  private static Story atBoth;
  private static Story atChristie;
  private static Story sharingOnly;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    atBoth = new Story(app.log, app.keys).registered("Una", "Both").appliesAtManchester();
    atChristie = new Story(app.log, app.keys).registered("Ola", "Christie");
    sharingOnly = new Story(app.log, app.keys).registered("Sam", "Shares").shares();
    new Story(app.log, app.keys).registered("Ida", "Stopped").shares().sharesNoMore();
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void nobody_seesNothing() {
    requireNothing();
  }

  private static void requireNothing() {
    for (var table : List.of("passport", "passport_link", "passport_tie")) {
      assertThat(jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single()).isZero();
    }
  }

  @Test
  void anOrganisation_seesWhoIsTiedToIt() {
    assertThat(passports(caller(MANCHESTER, "coordinator")))
        .containsExactlyInAnyOrder(atBoth.person, sharingOnly.person);
    assertThat(links(caller(MANCHESTER, "coordinator"))).containsOnly(MANCHESTER);
    assertThat(ties(caller(MANCHESTER, "coordinator"))).containsOnly(MANCHESTER);
    assertThat(passports(caller(CHRISTIE, "partner"))).hasSize(4);
    assertThat(passports(caller("RW3", "coordinator"))).isEmpty();
  }

  @Test
  void aPerson_seesThemselves() {
    var self = new Caller("", Set.of("volunteer"), "somebody", atChristie.person);
    assertThat(passports(self)).containsExactly(atChristie.person);
  }

  @Test
  void anAuditor_seesAllPseudonyms_andALeadNone() {
    assertThat(passports(caller(HOST, "auditor"))).hasSize(4);
    assertThat(passports(caller(HOST, "lead"))).isEmpty();
  }

  @Test
  void nobodyWritesUnlessAProjection() {
    var links =
        jdbc()
            .sql(
                """
                SELECT 'passport_link_v' || version FROM projection_version
                 WHERE projection = 'passport' AND state = 'SERVING'
                """)
            .query(String.class)
            .single();
    assertThatThrownBy(() ->
            jdbc().sql("INSERT INTO %s VALUES ('RW3', 'somebody', 0)".formatted(links)).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void aSight_endsWithItsTransaction_andIsNeverLeftToTheConnection() {
    assertThat(passports(caller(MANCHESTER, "coordinator"))).isNotEmpty();
    requireNothing();
    assertThatThrownBy(() -> app.bean(RowSight.class).of(caller(MANCHESTER, "coordinator")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void aRebuild_isGuardedLikeItsPredecessor() {
    var before = passports(caller(MANCHESTER, "coordinator"));
    assertThat(
            app.as(HOST, "operator")
                .post("/v1/rebuilds/passport", "application/json", "")
                .statusCode())
        .isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> app.as(HOST, "operator").get("/v1/rebuilds/passport").body(),
            b -> b.contains("\"matched\":true"));
    assertThat(jdbc().sql("SELECT count(*) FROM passport").query(Long.class).single()).isZero();
    assertThat(passports(caller(MANCHESTER, "coordinator")))
        .containsExactlyInAnyOrderElementsOf(before);
    assertThat(app.bean(Places.class).last("passport")).isEqualTo(app.log.size() - 1);
  }

  private static Caller caller(String organisation, String role) {
    return new Caller(organisation, Set.of(role), "somebody", null);
  }

  private static List<String> passports(Caller caller) {
    return column(caller, "SELECT key FROM passport");
  }

  private static List<String> ties(Caller caller) {
    return column(caller, "SELECT partner FROM passport_tie");
  }

  private static List<String> links(Caller caller) {
    return column(caller, "SELECT partner FROM passport_link");
  }

  private static List<String> column(Caller caller, String sql) {
    return Objects.requireNonNull(
        app.bean(TransactionTemplate.class)
            .execute(_ -> {
              app.bean(RowSight.class).of(caller);
              return jdbc().sql(sql).query(String.class).list();
            }));
  }

  private static JdbcClient jdbc() {
    return app.bean(JdbcClient.class);
  }
}
