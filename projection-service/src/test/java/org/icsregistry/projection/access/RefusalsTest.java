package org.icsregistry.projection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.icsregistry.projection.fixture.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever signs in and asks for what is not theirs is written down, and auditors can read it. */
class RefusalsTest {

  private static App app;
  private static Story story;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    story = new Story(app.log, app.keys).registered("Tess", "Example").checkedAtChristie();
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void rightsThatAreMissing_areListed_withoutWhomTheyWereAbout() {
    app.as("R0A", "coordinator").get("/v1/passports/" + story.person);
    app.as("R0A", "administrator").get("/v1/rebuilds/audit");
    app.as("R0A", "partner").get("/v1/audit?org=RBV");

    var rows = listed("client-R0A", 3);

    assertThat(rows)
        .contains(
            "R0A coordinator SEE_PERSON GET /v1/passports/{id} 404",
            "R0A administrator OPERATE GET /v1/rebuilds/{projection} 403",
            "R0A partner SEE_LOG GET /v1/audit 403");
    assertThat(app.as("QOP", "auditor").get("/v1/refusals").body())
        .doesNotContain(story.person, "Tess");
  }

  @Test
  void rulesOfAddresses_areSeenToo() {
    app.as("RBV", "coordinator").get("/actuator/metrics");

    await()
        .untilAsserted(() ->
            assertThat(listed("client-RBV", 1)).contains("RBV coordinator - GET /actuator/** 403"));
  }

  @Test
  void pages_areSeen_andFormsWithoutTheirToken() {
    var visitor = new Visitor(app, new Who("RBV", "administrator", "Somebody"));
    visitor.get("/emergencies");
    visitor.get("/audit?org=R0A");
    visitor.postWithoutToken("/my-sharing/stop", "grant=x");

    assertThat(listed("administrator-RBV", 3))
        .contains(
            "RBV administrator SEE_LOG GET /emergencies 403",
            "RBV administrator SEE_LOG GET /audit 200",
            "RBV administrator - POST (before any address) 403");
  }

  @Test
  void aFloodOfOneCaller_isOneRowAMinute() {
    var flood = app.as("QOP", "administrator");
    for (int i = 0; i < 200; i++) {
      flood.get("/v1/passports/" + UUID.randomUUID());
    }

    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc()
                        .sql(
                            "select sum(times), count(*) <= 2 from access_refused where caller = 'client-QOP' and offices = 'administrator'")
                        .query((row, _) -> row.getLong(1) + " " + row.getBoolean(2))
                        .single())
                .isEqualTo("200 true"));
  }

  @Test
  void nobodyIsListed_whoHasNotSignedIn_orIsAllowed() {
    Web.at(app.port()).get("/v1/audit");
    Web.at(app.port()).with("no.good.token").get("/v1/audit");
    app.as("RBV", "reader").get("/v1/audit");
    app.as("RBV", "engine").get("/v1/rebuilds/audit");

    await()
        .untilAsserted(
            () -> assertThat(listed("client-RBV", 1)).anyMatch(row -> row.contains(" engine ")));
    assertThat(listed("client-RBV", 1)).noneMatch(row -> row.contains(" reader "));
  }

  @Test
  void onlyAuditorsAndOperators_readThem() {
    for (var path : List.of("/v1/refusals", "/v1/operator-actions")) {
      for (var office : List.of("auditor", "operator")) {
        assertThat(app.as("QOP", office).get(path).statusCode()).isEqualTo(200);
      }
      for (var office : List.of("partner", "coordinator", "administrator", "volunteer", "lead")) {
        assertThat(app.as("QOP", office).get(path).statusCode()).as(office).isEqualTo(403);
      }
    }
  }

  @Test
  void service_addsAndCounts_andRemovesOnlyWhatIsOld() {
    var owner = app.owner();
    owner
        .sql(
            """
            insert into access_refused
              (minute, organisation, caller, offices, wanted, address, status, times)
            values (now() - interval '91 days', 'RBV', 'old', '', '', '', 403, 1),
                   (now() - interval '89 days', 'RBV', 'young', '', '', '', 403, 1)
            """)
        .update();

    jdbc().sql("select forget_refusals()").query().singleRow();

    assertThat(
            jdbc()
                .sql("select caller from access_refused where caller in ('old', 'young')")
                .query(String.class)
                .list())
        .containsExactly("young");
    assertThatThrownBy(() -> jdbc().sql("delete from access_refused").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  /** Ids have gaps, because counting on takes one, too: rows are counted and not ids. */
  @Test
  void whatIsYoung_stays_howeverLargeTheIds() {
    app.owner()
        .sql(
            """
            insert into access_refused
              (id, minute, organisation, caller, offices, wanted, address, status, times) overriding system value
            values (1000000000, now(), 'RBV', 'early', '', '', '', 403, 1),
                   (2000000000, now(), 'RBV', 'late', '', '', '', 403, 1)
            """)
        .update();

    jdbc().sql("select forget_refusals()").query().singleRow();

    assertThat(
            jdbc()
                .sql("select caller from access_refused where caller in ('early', 'late')")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("early", "late");
  }

  /** What is written of a caller, once there are this many rows of them. */
  private static List<String> listed(String caller, int least) {
    var auditor = app.as("QOP", "auditor");
    return await()
        .until(
            () ->
                Web.json(auditor.get("/v1/refusals?limit=500"))
                    .valueStream()
                    .filter(row -> row.at("/caller").stringValue().equals(caller))
                    .map(RefusalsTest::line)
                    .toList(),
            rows -> rows.size() >= least);
  }

  private static String line(JsonNode row) {
    return String.join(
        " ",
        row.at("/organisation").stringValue(),
        row.at("/offices").stringValue(),
        row.path("wanted").asString("-"),
        row.at("/address").stringValue(),
        row.at("/status").asString());
  }

  private static JdbcClient jdbc() {
    return app.bean(JdbcClient.class);
  }
}
