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
import org.icsregistry.kit.fixture.EveryInput;
import org.icsregistry.kit.fixture.Hostile;
import org.icsregistry.kit.fixture.HostileQueries;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestLog;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.icsregistry.projection.fixture.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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
    app.registry.notices(_ ->
        """
        [{"number":1,"eventId":"e-1","subject":"%s","partner":"R0A","roleId":"R0A.MEALTIME_SUPPORT",
          "kind":"EXPIRES_SOON","step":"CSTF_FIRE","dueOn":null,
          "recordedAt":"2026-03-02T09:04:00Z"}]\
        """
            .formatted(story.person));
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
    Organisations.opportunities(plain);
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

  /** Every page that there is, with what it shows most of; a new one is among them by itself. */
  private static List<String> addresses() {
    var addresses =
        new ArrayList<>(
            EveryInput.addresses(mappings()).stream()
                .filter(address -> address.startsWith("GET /") && !address.startsWith("GET /v1/"))
                .map(address -> address.substring(4))
                .filter(page -> !page.equals("/my-record/download"))
                .map(HostileTextTest::filled)
                .toList());
    addresses.add("/passports/" + story.person + "?asOf=" + (app.log.size() - 1));
    addresses.add("/audit?subject=" + story.person);
    addresses.add("/programmes/QOP.PROGRAMME.CALLS");
    for (long entry = 0; entry < app.log.size(); entry += 20) {
      addresses.add("/audit/" + entry);
    }
    return addresses;
  }

  /** With an id that is there. */
  private static String filled(String pattern) {
    var address =
        pattern
            .replace("/passports/{id}", "/passports/" + story.person)
            .replace("/programmes/{id}", "/programmes/QOP.PROGRAMME.CALLERS")
            .replace("/opportunities/{id}", "/opportunities/R0A.LUNCH")
            .replace("/audit/{logIndex}", "/audit/0");
    assertThat(address).as("an id for this page").doesNotContain("{");
    return address;
  }

  private static RequestMappingHandlerMapping mappings() {
    return app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
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

  /** One text at a time in each parameter that a page reads, and in each part of its address. */
  @Test
  void pages_takeHostileParameters() {
    try (var window = browser.window(1280, true)) {
      var page = window.newPage();
      signIn(page, new Who("R0A", "coordinator", "Volunteer coordinator"));
      for (var text : Hostile.MARKUP.subList(0, 8)) {
        var value = URLEncoder.encode(text, UTF_8).replace("+", "%20");
        for (var input : pageInputs("GET")) {
          clean(page, with(input, value));
        }
      }
    }
  }

  private static List<EveryInput> pageInputs(String method) {
    return EveryInput.of(mappings()).stream()
        .filter(input -> input.method().equals(method) && !input.pattern().startsWith("/v1/"))
        .toList();
  }

  private static String with(EveryInput input, String value) {
    var place = "{" + input.name() + "}";
    return input.pattern().contains(place)
        ? input.pattern().replace(place, value)
        : filled(input.pattern()) + "?" + input.name() + "=" + value;
  }

  /** What was filled in is shown again, as text. */
  @ParameterizedTest
  @MethodSource("people")
  void forms_takeHostileFields(Who who) {
    app.registry.decides(_ -> app.log.size() - 1);
    var visitor = new Visitor(app, who);
    assertThat(pageInputs("POST")).hasSizeGreaterThan(4);
    for (var text : Hostile.MARKUP) {
      for (var input : pageInputs("POST")) {
        var sent = input.name() + "=" + URLEncoder.encode(text, UTF_8);
        var answer = visitor.post(filled(input.pattern()), sent);

        assertThat(answer.statusCode()).as(input + " " + text).isLessThan(500);
        assertThat(answer.body()).as(input.toString()).doesNotContain("<x-planted");
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
    // Addresses that are none, with a slash in a name say, Tomcat refuses by itself.
    if (answer.status() != 400) {
      assertThat(answer.headers().get("x-content-type-options")).as(address).isEqualTo("nosniff");
    }
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
