package org.icsregistry.projection.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.schema.Schemas;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.kit.fixture.Hostile;
import org.icsregistry.kit.fixture.HostileQueries;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestLog;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Markup in every free text that a command can carry stays text: on every page, in every answer.
 */
class HostileTextTest {

  private static final String SELECTOR =
      "x-planted, [onplanted], main script, main [onerror], main [onload], [href^='javascript:']";

  private static App app;
  private static Browser browser;
  private static Story story;

  @BeforeAll
  static void start() {
    app = App.following();
    story = registerHostilePeople();
    app.catchUp();
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    app.close();
  }

  /** Everything of the log with every event type, and a person whose own values are markup. */
  private static Story registerHostilePeople() {
    var plain = new TestLog();
    Organisations.register(plain);
    Organisations.lead(plain);
    var texts = endless();
    plain.entries().forEach(e -> app.log.append(e.org(), e.subject(), hostile(e.data(), texts)));
    var person = new Story(app.log, app.keys).registered(texts.next(), texts.next());
    person.checkedAtChristie().appliesAtManchester().shares().gapClosed().clearedAndPlaced();
    var contact = new Contact("\"<x-planted>\"@example.org", texts.next(), texts.next());
    app.log.append(
        Organisations.CHRISTIE,
        person.person,
        new DetailsChanged(
            null,
            null,
            app.keys.seal(person.person, Category.CONTACT, "DetailsChanged.contact", contact)));
    EverySort.log(app.keys)
        .entries()
        .forEach(e -> app.log.append(e.org(), e.subject(), hostile(e.data(), texts)));
    return person;
  }

  private static Iterator<String> endless() {
    return Stream.generate(() -> Hostile.MARKUP).flatMap(List::stream).iterator();
  }

  /** The event with every free text replaced. */
  private static Event hostile(Event event, Iterator<String> texts) {
    JsonNode data = Json.MAPPER.valueToTree(event);
    replace(data, texts);
    return Json.MAPPER.treeToValue(data, event.getClass());
  }

  private static void replace(JsonNode node, Iterator<String> texts) {
    if (node instanceof ObjectNode object) {
      for (var name : List.copyOf(object.propertyNames())) {
        var value = object.path(name);
        if (FreeText.NAMES.contains(name) && value.isString() && !isSealed(value)) {
          object.put(name, texts.next());
        }
      }
    }
    node.forEach(child -> replace(child, texts));
  }

  private static boolean isSealed(JsonNode value) {
    return value.stringValue().matches("ey[^.]*\\.\\.[^.]*\\.[^.]*\\.[^.]*");
  }

  /** Names of the fields that take any characters, as the schemas of the commands say. */
  private static final class FreeText {

    static final Set<String> NAMES = names();

    private static Set<String> names() {
      var names = new HashSet<String>();
      for (var type : MessageTypes.COMMANDS.keySet()) {
        collect(Json.MAPPER.readTree(Schemas.text(type).orElseThrow()), names);
      }
      return names;
    }

    private static void collect(JsonNode schema, Set<String> names) {
      schema
          .path("properties")
          .forEachEntry((name, property) -> {
            var pattern = property.path("pattern").asString("");
            if (Set.of(Format.LINE, Format.TEXT, Format.EMAIL).contains(pattern)) {
              names.add(name);
            }
          });
      schema.forEach(inside -> collect(inside, names));
    }
  }

  @Test
  void freeTexts_areThoseOfTheSchemas() {
    assertThat(FreeText.NAMES)
        .contains("name", "title", "given", "family", "place", "provider", "product", "text");
  }

  static List<Who> people() {
    var name = "\"'><x-planted onplanted=1>";
    return List.of(
        new Who("R0A", "coordinator", name),
        new Who("QOP", "lead", name),
        new Who("QOP", "auditor", name),
        new Who("", "volunteer", name, story.person));
  }

  private static List<String> addresses() {
    var addresses =
        new ArrayList<>(
            List.of(
                "/",
                "/passports/" + story.person,
                "/passports/" + story.person + "?asOf=" + (app.log.size() - 1),
                "/readiness",
                "/relationships",
                "/audit",
                "/audit?subject=" + story.person,
                "/figures",
                "/programmes",
                "/programmes/QOP.PROGRAMME.CALLERS",
                "/programmes/QOP.PROGRAMME.CALLS",
                "/surges",
                "/my-sharing"));
    for (long entry = 0; entry < app.log.size(); entry += 20) {
      addresses.add("/audit/" + entry);
    }
    return addresses;
  }

  @ParameterizedTest
  @MethodSource("people")
  void pages_showMarkupAsText(Who who) {
    try (var window = browser.window(1280, true)) {
      var page = window.newPage();
      signIn(page, who);
      for (var address : addresses()) {
        clean(page, address);
      }
    }
  }

  /** One text at a time in each parameter that a page has. */
  @Test
  void pages_takeHostileParameters() {
    try (var window = browser.window(1280, true)) {
      var page = window.newPage();
      signIn(page, new Who("R0A", "coordinator", "Volunteer coordinator"));
      for (var text : Hostile.MARKUP.subList(0, 8)) {
        var value = URLEncoder.encode(text, UTF_8).replace("+", "%20");
        for (var address :
            List.of(
                "/?before=",
                "/?sign-in=",
                "/passports?id=",
                "/passports/" + story.person + "?asOf=",
                "/passports/" + story.person + "/look-back?day=1&month=2&year=2026&index=",
                "/passports/" + story.person + "/look-back?year=2026&month=2&day=",
                "/audit?subject=",
                "/audit?org=",
                "/audit?type=",
                "/surges?x=")) {
          clean(page, address + value);
        }
      }
    }
  }

  private static void signIn(Page page, Who who) {
    app.signIn.signsIn(who);
    page.navigate(app.url() + "/oauth2/authorization/local");
  }

  private static void clean(Page page, String address) {
    var answer = page.navigate(app.url() + address);
    assertThat(answer.status()).as(address).isLessThan(500);
    assertThat(page.locator(SELECTOR).count()).as(address).isZero();
    assertThat(answer.headers().get("x-content-type-options")).as(address).isEqualTo("nosniff");
  }

  @Test
  void everyParameterOfTheInterface_mayBeHostile() {
    var document = Web.json(Web.at(app.port()).get("/v3/api-docs"));
    var web = app.as("QOP", "reader");
    var queries = new HostileQueries(web, document);

    assertThat(queries.ask()).isEmpty();
    assertThat(queries.asked()).isGreaterThan(500);
  }

  @Test
  void answersForSystems_areJson_whateverTheyHold() {
    var answer = app.as("R0A", "partner").get("/v1/passports/" + story.person);

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(Web.json(answer).at("/person/name").toString()).contains(Hostile.ELEMENT);
  }
}
