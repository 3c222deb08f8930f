package org.icsregistry.projection.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What the log does to the tables, whichever way it arrives. */
class ProjectionsTest {

  /** What was said to a person, and keys that are gone, change nothing of what they hold. */
  private static final Set<String> IN_THE_TRAIL_ALONE =
      Set.of(
          "CategoryErased.v1",
          "DetailsViewed.v1",
          "ExpiryWarned.v1",
          "IdleNoticed.v1",
          "MessageSent.v1",
          "PreferencesChanged.v1",
          "StepChased.v1");

  private static final List<String> FIGURES =
      List.of(
          "figure_presence",
          "figure_given",
          "figure_application",
          "figure_turn",
          "figure_exit",
          "figure_decision",
          "figure_clearance",
          "figure_bypass",
          "figure_warning",
          "figure_call_up");

  private static final Set<String> TIES =
      Set.of(
          "GlassBroken.v1",
          "PartnerLinked.v1",
          "PartnerUnlinked.v1",
          "SharingGranted.v1",
          "SharingWithdrawn.v1");

  private static App app;
  private static TestLog log;

  @BeforeAll
  static void start() {
    app = App.still();
    log = EverySort.log(app.keys);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  static Set<String> eventTypes() {
    return MessageTypes.EVENTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void apply_changesTheDocument_forEveryEventType(String type) {
    var last = last(type);
    var at = Math.toIntExact(last.logIndex());
    var bench = new Bench(app, about(last).projection());
    bench.open();
    bench.feed(log.records().subList(0, at));
    var before = bench.documents(about(last).table()).get(last.subject());

    bench.feed(log.records().subList(at, at + 1));

    var after = bench.documents(about(last).table()).get(last.subject());
    if (IN_THE_TRAIL_ALONE.contains(type)) {
      assertThat(said(after)).isEqualTo(said(before));
    } else {
      assertThat(said(after)).isNotEmpty().isNotEqualTo(said(before));
    }
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void apply_changesWhatTiesOrganisations_forTheseAndNoOthers(String type) {
    var at = Math.toIntExact(last(type).logIndex());
    var bench = new Bench(app, "passport");
    bench.open();
    bench.feed(log.records().subList(0, at));
    var before = bench.ties();

    bench.feed(log.records().subList(at, at + 1));

    assertThat(!bench.ties().equals(before)).isEqualTo(TIES.contains(type));
  }

  @ParameterizedTest
  @MethodSource("eventTypes")
  void apply_addsToTheAuditTrail_forEveryEventType(String type) {
    var at = Math.toIntExact(last(type).logIndex());
    var bench = new Bench(app, "audit");
    bench.open();
    bench.feed(log.records().subList(0, at));

    bench.feed(log.records().subList(at, at + 1));

    assertThat(bench.rows("audit")).isEqualTo(at + 1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"passport", "directory", "audit", "opportunity", "readiness", "figures"})
  void apply_changesNothing_whenTheSameBatchComesTwice(String projection) {
    var bench = new Bench(app, projection);
    bench.open();
    bench.feed(log.records());
    var once = bench.building();

    bench.feed(log.records());
    bench.feed(log.records().subList(3, 9));

    assertThat(bench.building()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"passport", "directory", "audit", "opportunity", "readiness", "figures"})
  void apply_givesTheSame_howeverTheLogIsSplit(String projection) {
    var bench = new Bench(app, projection);
    bench.open();
    bench.feed(log.records());
    var whole = contents(bench, projection);
    var digest = bench.building().digest();

    for (int seed = 0; seed < 10; seed++) {
      bench.open();
      bench.feed(log.records(), new Random(seed));
      assertThat(contents(bench, projection)).as("seed %d", seed).isEqualTo(whole);
      assertThat(bench.building().digest()).as("seed %d", seed).isEqualTo(digest);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InterestExpressed.v1",
        "PlacedInTalentPool.v1",
        "Applied.v1",
        "ConversationScheduled.v1",
        "ConversationHeld.v1",
        "OfferMade.v1",
        "OfferAnswered.v1",
        "ApplicantDeclined.v1",
        "ApplicationWithdrawn.v1",
        "ActivityRecorded.v1",
        "RecognitionDecided.v1",
        "ClearedForRole.v1",
        "ClearanceLapsed.v1",
        "RequirementBypassed.v1",
        "ExpiryWarned.v1",
        "CallUpSent.v1",
        "CallUpAnswered.v1"
      })
  void apply_changesRowsOfFigures_forEveryEventThatTheyCount(String type) {
    var first =
        log.entries().stream()
            .filter(e -> MessageTypes.nameOf(e.data().getClass()).equals(type))
            .findFirst()
            .orElseThrow();
    var at = Math.toIntExact(first.logIndex());
    var bench = new Bench(app, "figures");
    bench.open();
    bench.feed(log.records().subList(0, at));
    var before = bench.building().digest();

    bench.feed(log.records().subList(at, at + 1));

    assertThat(bench.building().digest()).isNotEqualTo(before);
  }

  @Test
  void figures_keepADigestOfTheirRows() {
    var bench = new Bench(app, "figures");
    bench.open();
    bench.feed(log.records(), new Random(42));

    var expected = Digest.EMPTY;
    for (var table : FIGURES) {
      for (var row : bench.typed(table)) {
        expected = expected.plus((table + '\n' + row).getBytes(UTF_8));
      }
    }
    assertThat(bench.building().digest()).isEqualTo(expected).isNotEqualTo(Digest.EMPTY);
  }

  @Test
  void digest_isThatOfTheRows() {
    var bench = new Bench(app, "passport");
    bench.open();
    bench.feed(log.records(), new Random(42));

    var expected = Digest.EMPTY;
    for (var row : bench.documents("passport").entrySet()) {
      expected = expected.plus((row.getKey() + '\n' + row.getValue()).getBytes(UTF_8));
    }
    assertThat(bench.building().digest()).isEqualTo(expected).isNotEqualTo(Digest.EMPTY);
  }

  @Test
  void apply_refuses_whenAnEntryIsLeftOut() {
    var bench = new Bench(app, "audit");
    bench.open();
    bench.feed(log.records().subList(0, 5));

    assertThatThrownBy(() -> bench.feed(log.records().subList(6, 8)))
        .hasMessageContaining("needs log index 5 next and was given 6");
    assertThat(bench.building().nextIndex()).isEqualTo(5);
  }

  @Test
  void passport_isTheContractsFold() {
    var bench = new Bench(app, "passport");
    bench.open();
    bench.feed(log.records(), new Random(7));

    var person = last("ClearanceLapsed.v1").subject();
    var expected =
        log.entries().stream()
            .filter(e -> e.subject().equals(person))
            .reduce(Passport.empty(person), Passport::evolve, (_, later) -> later);
    var stored = bench.documents("passport").get(person);
    assertThat(stored).isEqualTo(Json.MAPPER.writeValueAsString(expected));
    assertThat(Json.MAPPER.readValue(stored, Passport.class)).isEqualTo(expected);
  }

  @Test
  void tables_holdNoPlaintextOfThePerson() {
    var bench = new Bench(app, "passport");
    bench.open();
    bench.feed(log.records());

    assertThat(bench.documents("passport").values())
        .noneMatch(doc -> doc.contains("Tess") || doc.contains("1990-05-17"))
        .noneMatch(doc -> doc.contains("CLEAR_TO_PLACE"));
  }

  private record Place(String projection, String table) {}

  private static Place about(RecordedEvent entry) {
    return switch (entry.data()) {
      case PartnerEvent _ -> new Place("directory", "partner");
      case RoleEvent _ -> new Place("directory", "role");
      case OpportunityEvent _ -> new Place("opportunity", "opportunity");
      case SurgeEvent _ -> new Place("directory", "surge");
      case ProgrammeEvent _ -> new Place("directory", "programme");
      default -> new Place("passport", "passport");
    };
  }

  /** The log ends with the last event of each type, so a type that nobody wrote fails here. */
  private static RecordedEvent last(String type) {
    return log.entries().stream()
        .filter(e -> MessageTypes.nameOf(e.data().getClass()).equals(type))
        .reduce((_, later) -> later)
        .orElseThrow(
            () -> new AssertionError(type + " does not occur in EverySort: add such an event"));
  }

  private static List<Object> contents(Bench bench, String projection) {
    return switch (projection) {
      case "passport" ->
          List.of(bench.documents("passport"), bench.rows("passport_link"), bench.ties());
      case "directory" ->
          List.of(
              bench.documents("partner"),
              bench.documents("role"),
              bench.documents("surge"),
              bench.documents("programme"));
      case "opportunity" -> List.of(bench.documents("opportunity"));
      case "readiness" ->
          List.of(
              bench.documents("readiness"),
              bench.documents("reliance"),
              bench.rows("item_issuer"),
              bench.typed("relied"));
      case "figures" -> FIGURES.stream().<Object>map(bench::typed).toList();
      default -> List.of(bench.rows("audit"));
    };
  }

  /** What a document says, without the place up to which it says it. */
  private static String said(@Nullable String document) {
    if (document == null) {
      return "";
    }
    var node = (ObjectNode) Json.MAPPER.readTree(document);
    node.remove("lastIndex");
    return node.toString();
  }
}
