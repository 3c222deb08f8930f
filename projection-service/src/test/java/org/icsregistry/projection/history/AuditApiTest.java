package org.icsregistry.projection.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.log.tree.Rfc6962;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The audit trail as systems read it. */
class AuditApiTest {

  private static App app;

  @BeforeAll
  static void start() {
    app = App.following();
    EverySort.log(app.keys).entries().forEach(e -> app.log.append(e.org(), e.subject(), e.data()));
    for (int i = 0; i < 5; i++) {
      new Story(app.log, app.keys).whole();
    }
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void audit_givesEveryEntry_asItIsInTheLog() {
    var entries = page("?limit=500").at("/entries");

    assertThat(entries.size()).isEqualTo(app.log.size());
    for (var expected : app.log.entries()) {
      var found = entries.get((int) expected.logIndex());
      var bytes = TestLog.record(expected).event();
      assertThat(found.at("/logIndex").longValue()).isEqualTo(expected.logIndex());
      assertThat(found.at("/id").stringValue()).isEqualTo(expected.id());
      assertThat(found.at("/type").stringValue()).isEqualTo(type(expected));
      assertThat(found.at("/org").stringValue()).isEqualTo(expected.org());
      assertThat(found.at("/actor").stringValue()).isEqualTo(expected.actor());
      assertThat(found.at("/subject").stringValue()).isEqualTo(expected.subject());
      assertThat(found.at("/recordedAt").stringValue()).isEqualTo(expected.recordedAt().toString());
      assertThat(found.at("/leafHash").stringValue())
          .isEqualTo(HexFormat.of().formatHex(Rfc6962.leafHash(bytes)));
    }
  }

  @Test
  void audit_givesTheEventsBytes_unchanged() {
    var body = app.as("QOP", "auditor").get("/v1/audit?type=CheckRecorded.v1&limit=1").body();
    var first =
        app.log.entries().stream().filter(e -> type(e).equals("CheckRecorded.v1")).findFirst();

    assertThat(body).contains(new String(TestLog.record(first.orElseThrow()).event(), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead", "auditor", "engine", "reader"})
  void audit_isTheWholeLog_toWhoeverOverseesIt(String role) {
    var page = Web.json(app.as("QOP", role).get("/v1/audit"));

    assertThat(indexes(page)).hasSize(50).startsWith(0L, 1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "administrator"})
  void audit_isWhatItRecordedItself_toAPartner(String role) {
    var page = Web.json(app.as("R0A", role).get("/v1/audit?limit=500"));

    assertThat(page.at("/entries").size()).isPositive();
    page.at("/entries").forEach(e -> assertThat(e.at("/org").stringValue()).isEqualTo("R0A"));
    assertThat(app.as("R0A", role).get("/v1/audit?org=RBV").statusCode()).isEqualTo(403);
  }

  @Test
  void audit_ofAPerson_isWhole_withAGrantOnly() {
    var shared = app.log.entries().stream().filter(AuditApiTest::granted).toList().getLast();
    var query = "/v1/audit?limit=500&subject=" + shared.subject();

    var granted = Web.json(app.as("R0A", "coordinator").get(query));
    var stranger = Web.json(app.as("RW3", "coordinator").get(query));

    assertThat(orgs(granted)).contains(CHRISTIE, "R0A", "QOP");
    assertThat(orgs(stranger)).isEmpty();
  }

  @Test
  void audit_ofAnOrganisation_isOpenToEveryPartner() {
    var page = Web.json(app.as("RW3", "partner").get("/v1/audit?subject=R0A"));

    assertThat(orgs(page)).contains("R0A", "QOP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "volunteer", "nothing"})
  void audit_isRefused_toOthers(String role) {
    assertThat(app.as("QOP", role).get("/v1/audit").statusCode()).isEqualTo(403);
  }

  private static boolean granted(RecordedEvent entry) {
    return type(entry).equals("SharingGranted.v1");
  }

  private static List<String> orgs(JsonNode page) {
    var found = new ArrayList<String>();
    page.at("/entries").forEach(e -> found.add(e.at("/org").stringValue()));
    return found;
  }

  @Test
  void audit_isRefused_withoutToken() {
    assertThat(Web.at(app.port()).get("/v1/audit").statusCode()).isEqualTo(401);
  }

  @Test
  void audit_givesFiftyOldestFirst_unlessAskedOtherwise() {
    var page = page("");

    assertThat(indexes(page)).isEqualTo(IntStream.range(0, 50).mapToObj(i -> (long) i).toList());
    assertThat(page.at("/next").longValue()).isEqualTo(49);
  }

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  /** Whatever is asked for, all pages together are what fits, in order, each entry once. */
  @ParameterizedTest
  @MethodSource("seeds")
  void paging_givesEachEntryOnce_inOrder(int seed) {
    var random = new Random(seed);
    var some = app.log.entries().get(random.nextInt((int) app.log.size()));
    var query = new StringBuilder();
    Predicate<RecordedEvent> fits = _ -> true;
    if (random.nextBoolean()) {
      query.append("&subject=").append(some.subject());
      fits = fits.and(e -> e.subject().equals(some.subject()));
    }
    if (random.nextBoolean()) {
      query.append("&org=").append(some.org());
      fits = fits.and(e -> e.org().equals(some.org()));
    }
    if (random.nextBoolean()) {
      query.append("&type=").append(type(some));
      fits = fits.and(e -> type(e).equals(type(some)));
    }
    boolean newestFirst = random.nextBoolean();
    query.append(newestFirst ? "&order=desc" : "&order=asc");
    query.append("&limit=").append(1 + random.nextInt(25));

    var expected =
        new ArrayList<>(app.log.entries().stream().filter(fits).map(e -> e.logIndex()).toList());
    if (newestFirst) {
      expected.sort(Comparator.reverseOrder());
    }
    assertThat(allPages(query.toString())).as(query.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=501, limit",
    "limit=-5, limit",
    "limit=many, limit",
    "limit=1&limit=2, limit",
    "after=-1, after",
    "after=first, after",
    "after=99999999999999999999, after",
    "order=backwards, order",
    "type=CheckRecorded, type",
    "type=Nothing.v1, type",
    "org=christie, org",
    "subject=a%20b, subject",
    "subject=%00%00%00, subject"
  })
  void audit_namesTheParameter_thatIsWrong(String query, String parameter) {
    var answer = app.as("RBV", "partner").get("/v1/audit?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    var problem = Web.json(answer);
    assertThat(problem.at("/code").stringValue()).isEqualTo("INVALID_PARAMETER");
    assertThat(problem.at("/expected").stringValue()).startsWith("parameter " + parameter);
    assertThat(problem.at("/remedy").stringValue()).contains(parameter);
  }

  @Test
  void audit_isEmpty_behindTheEnd() {
    var page = page("?after=" + (app.log.size() - 1));

    assertThat(page.at("/entries").size()).isZero();
    assertThat(page.has("next")).isFalse();
  }

  private static List<Long> allPages(String query) {
    var found = new ArrayList<Long>();
    var after = "";
    do {
      var page = page("?" + query.substring(1) + after);
      found.addAll(indexes(page));
      after = page.has("next") ? "&after=" + page.at("/next").longValue() : "";
    } while (!after.isEmpty());
    return found;
  }

  private static List<Long> indexes(JsonNode page) {
    var found = new ArrayList<Long>();
    page.at("/entries").forEach(e -> found.add(e.at("/logIndex").longValue()));
    return found;
  }

  private static JsonNode page(String query) {
    var answer = app.as("QOP", "auditor").get("/v1/audit" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Web.json(answer);
  }

  private static String type(RecordedEvent entry) {
    return MessageTypes.nameOf(entry.data().getClass());
  }
}
