package org.icsregistry.projection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.MEALTIMES;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.kit.fixture.EveryInput;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every page as people meet it: wide and on a phone, with and without JavaScript. */
class PagesTest {

  private static final int DESKTOP = 1280;
  private static final int PHONE = 360;

  private static final Who MANCHESTER =
      new Who("R0A", "coordinator", "Volunteer coordinator, Manchester University (R0A)");
  private static final Who AUDITOR = new Who("QOP", "auditor", "Auditor");
  private static final Who OPERATOR = new Who("QOP", "operator", "Operator");
  private static final Who LEAD = new Who("QOP", "lead", "ICS lead");

  private static App app;
  private static Browser browser;
  private static Story story;
  private static Story urgent;
  private static Story closed;
  private static long cleared;

  @BeforeAll
  static void start() {
    app = App.following();
    app.as("QOP", "operator").ask("POST", "/v1/rebuilds/directory");
    app.as("R0A", "coordinator").get("/v1/audit?org=RBV");
    Organisations.register(app.log);
    story = new Story(app.log, app.keys).registered("Tess", "Example").checkedAtChristie();
    story.appliesAtManchester().shares().gapClosed().clearedAndPlaced().writtenTo();
    cleared = app.log.size() - 1;
    story.referencesWithdrawn();
    new Story(app.log, app.keys)
        .registered("Ola", "Sample")
        .checkedAtChristie()
        .appliesAtManchester();
    var placed = new Story(app.log, app.keys).registered("Kit", "Muster").checkedAtChristie();
    placed.appliesAtManchester().gapClosed().clearedAndPlaced();
    var erased = new Story(app.log, app.keys).registered("Gone", "Forgotten").checkedAtChristie();
    erased.appliesAtManchester();
    app.keys.erase(erased.person);
    Organisations.lead(app.log);
    Organisations.opportunities(app.log);
    app.registry.notices(PagesTest::notices);
    closed = new Story(app.log, app.keys).registered("Cleo", "Closed").checkedAtChristie();
    closed.appliesAtManchester();
    urgent = new Story(app.log, app.keys).registered("Uma", "Urgent").checkedAtChristie();
    var now = Instant.now();
    urgent.appliesAtManchester().emergency(now.plus(Duration.ofHours(1)), now);
    var seen =
        new DetailsViewed("R0A", "u-7", LookOffice.COORDINATOR, LookGround.BREAK_GLASS, now, now);
    app.log.append(Organisations.HOST, urgent.person, seen);
    app.catchUp();
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    app.close();
  }

  /** What onboarding-service says to Manchester. */
  private static String notices(String query) {
    assertThat(query).contains("partner=R0A");
    var row =
        """
        {"number":%d,"eventId":"e-%d","subject":"%s","partner":"R0A","roleId":"%s","kind":"%s",
         "step":%s,"dueOn":%s,"recordedAt":"2026-03-02T09:04:00Z"}\
        """;
    return Stream.of(
            row.formatted(
                3, 3, story.person, MEALTIMES, "ESCALATED", "\"OFFERED\"", "\"2026-02-16\""),
            row.formatted(2, 2, story.person, MEALTIMES, "EXPIRES_SOON", "\"CSTF_FIRE\"", "null"),
            row.formatted(1, 1, story.person, MEALTIMES, "LAPSED", "null", "null"))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /**
   * @param who absent for somebody who has not signed in
   */
  record Place(String name, String path, @Nullable Who who) {}

  private static Who volunteer() {
    return new Who("", "volunteer", "Volunteer", story.person);
  }

  private static List<Place> places() {
    var passport = "/passports/" + story.person;
    return List.of(
        new Place("start-signed-out", "/", null),
        new Place("start-after-a-session", "/?session=over", null),
        new Place("start", "/", MANCHESTER),
        new Place("start-of-an-auditor", "/", AUDITOR),
        new Place("start-with-error", "/passports?id=tess", MANCHESTER),
        new Place("passport", passport, MANCHESTER),
        new Place("passport-as-it-stood", passport + "?asOf=" + cleared, MANCHESTER),
        new Place("passport-of-an-auditor", passport, AUDITOR),
        new Place(
            "passport-with-errors", passport + "/look-back?day=31&month=2&year=2026", MANCHESTER),
        new Place("readiness", "/readiness", LEAD),
        new Place("relationships", "/relationships", MANCHESTER),
        new Place("audit", "/audit", MANCHESTER),
        new Place("audit-of-a-person", "/audit?subject=" + story.person, AUDITOR),
        new Place("audit-with-error", "/audit?subject=%2A", AUDITOR),
        new Place("audit-entry", "/audit/" + (cleared + 2), MANCHESTER),
        new Place("figures", "/figures", LEAD),
        new Place("programmes", "/programmes", LEAD),
        new Place("programme", "/programmes/QOP.PROGRAMME.CALLERS", LEAD),
        new Place("surges", "/surges", MANCHESTER),
        new Place("notices", "/notices", MANCHESTER),
        new Place("opportunities", "/opportunities", MANCHESTER),
        new Place("opportunity", "/opportunities/R0A.LUNCH", MANCHESTER),
        new Place("opportunities-of-a-volunteer", "/opportunities", volunteer()),
        new Place("opportunity-of-a-volunteer", "/opportunities/R0A.LUNCH", volunteer()),
        new Place("my-messages", "/my-messages", volunteer()),
        new Place("start-of-a-volunteer", "/", volunteer()),
        new Place("passport-of-one's-own", passport, volunteer()),
        new Place("my-sharing", "/my-sharing", volunteer()),
        new Place("my-record", "/my-record", volunteer()),
        new Place("passport-in-an-emergency", "/passports/" + urgent.person, MANCHESTER),
        new Place("emergency", "/passports/" + closed.person + "/emergency", MANCHESTER),
        new Place("emergencies", "/emergencies", LEAD),
        // Leaves one of the longest addresses among the refusals.
        new Place("emergency-not-allowed", "/passports/" + closed.person + "/emergency", LEAD),
        new Place("refusals", "/refusals", AUDITOR),
        new Place("operator-actions", "/operator-actions", AUDITOR),
        new Place("start-of-an-operator", "/", OPERATOR),
        new Place(
            "my-sharing-with-looks",
            "/my-sharing",
            new Who("", "volunteer", "Volunteer", urgent.person)),
        new Place("not-allowed", passport, LEAD),
        new Place("not-found", "/passports/3f2504e0-4f89-41d3-9a0c-0305e82c3301", MANCHESTER),
        new Place("no-such-page", "/nothing", MANCHESTER));
  }

  static Stream<Arguments> everyPlace() {
    return places().stream()
        .flatMap(p -> Stream.of(DESKTOP, PHONE).map(w -> Arguments.of(p.name(), p, w)));
  }

  /** A new page is missed here until a place leads to it. */
  @Test
  void everyPage_isAmongThePlaces() {
    var mappings = app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var paths = places().stream().map(p -> p.path().replaceFirst("\\?.*", "")).toList();

    assertThat(EveryInput.addresses(mappings))
        .filteredOn(address -> address.startsWith("GET /") && !address.startsWith("GET /v1/"))
        .map(address -> address.substring(4))
        .filteredOn(page -> !page.equals("/my-record/download"))
        .allSatisfy(page -> {
          var pattern = Pattern.compile(page.replaceAll("\\{[A-Za-z]+}", "[^/]+"));
          assertThat(paths).as(page).anyMatch(path -> pattern.matcher(path).matches());
        });
  }

  @ParameterizedTest(name = "{0} at {2}")
  @MethodSource("everyPlace")
  void page_isAccessible_andFits(String name, Place place, int width) {
    try (var window = browser.window(width, true)) {
      var page = window.newPage();
      var complaints = complaints(page);
      open(page, place);
      screenshot(page, name, width);

      browser.checkAccessibility(page);
      assertThat(overflow(page)).as("pixels wider than the window").isLessThanOrEqualTo(0);
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} at {2}")
  @MethodSource("everyPlace")
  void page_saysTheSame_withoutJavaScript(String name, Place place, int width) {
    try (var with = browser.window(width, true);
        var without = browser.window(width, false)) {
      var scripted = with.newPage();
      var plain = without.newPage();
      open(scripted, place);
      open(plain, place);

      // Refusals are written down every second, so that their page may change between two looks.
      String before;
      String said;
      do {
        before = said(scripted, place);
        said = said(plain, place);
      } while (!said(scripted, place).equals(before));
      assertThat(said).isEqualTo(before);
    }
  }

  @Test
  void start_showsThePeopleOfACoordinator() {
    try (var window = browser.window(DESKTOP, false)) {
      var page = window.newPage();
      open(page, new Place("start", "/", MANCHESTER));

      var table = page.getByRole(AriaRole.TABLE);
      assertThat(row(table, "Tess Example")).contains("Clearance lapsed", "6 of 7", "References");
      assertThat(row(table, "Ola Sample")).contains("Not cleared yet", "6 of 7", "Local induction");
      assertThat(row(table, "Kit Muster")).contains("Volunteering", "7 of 7", "Nothing open");
      assertThat(table.textContent()).contains("Erased").doesNotContain("Forgotten");
      assertThat(row(table, "Erased")).doesNotContain(" met");
    }
  }

  @Test
  void story_isReadFromStartToAuditTrail_withoutJavaScript() {
    try (var window = browser.window(PHONE, false)) {
      var page = window.newPage();
      open(page, new Place("start", "/", MANCHESTER));

      page.getByLabel("Id of the person").fill(story.person);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look up")).click();
      assertThat(
              page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                  .textContent())
          .contains("Tess Example");
      assertThat(page.locator("main").textContent())
          .contains("6 of 7 met")
          .contains("The Christie NHS Foundation Trust")
          .contains("Manchester University NHS Foundation Trust (Mealtime volunteer)")
          .contains("Withdrawn")
          .contains("recorded in error")
          .contains("4 hours 30 minutes in 2 sessions, 11 tasks");

      page.getByLabel("Or up to which log index?").fill(Long.toString(cleared));
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the passport as it stood"))
          .click();
      assertThat(page.locator("main").textContent())
          .contains("as it stood on 2 March 2026")
          .contains("7 of 7 met")
          .doesNotContain("Withdrawn");

      page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit trail of this person"))
          .click();
      page.getByRole(AriaRole.TABLE).getByRole(AriaRole.LINK).first().click();
      assertThat(page.locator("main").textContent())
          .contains("Clearance lapsed")
          .contains("Leaf hash")
          .contains("\"type\" : \"ClearanceLapsed.v1\"");
    }
  }

  @Test
  void coordinator_seesWhatWaits_andWhoCouldComeToAnOpportunity() {
    try (var window = browser.window(DESKTOP, false)) {
      var page = window.newPage();
      open(page, new Place("start", "/", MANCHESTER));
      page.getByRole(AriaRole.LINK, named("Notices")).click();
      assertThat(row(page.getByRole(AriaRole.TABLE), "Late for long"))
          .contains("Tess Example", "Offer", "Mealtime volunteer", "16 February 2026");

      open(page, new Place("start", "/", MANCHESTER));
      page.getByRole(AriaRole.LINK, named("Opportunities")).click();
      page.getByRole(AriaRole.LINK, named("Lunch on the wards")).click();
      var table = page.getByRole(AriaRole.TABLE);
      assertThat(row(table, "Tess Example")).contains("6 of 7 met", "References");
      assertThat(row(table, "Kit Muster")).contains("7 of 7 met", "Nothing open");
      assertThat(table.textContent()).doesNotContain("Forgotten");
    }
  }

  @Test
  void volunteer_seesWhatTheyWereToldAndWhatIsOpenToThem() {
    try (var window = browser.window(PHONE, false)) {
      var page = window.newPage();
      open(page, new Place("messages", "/my-messages", volunteer()));
      assertThat(page.locator("main").textContent())
          .contains("You may begin", "Manchester University");

      page.navigate(app.url() + "/opportunities");
      assertThat(page.locator("main").textContent())
          .contains("Lunch on the wards", "6 of 7 met", "8 people wanted");
    }
  }

  @Test
  void notices_areNotShown_whenOnboardingIsAway() {
    try (var window = browser.window(DESKTOP, false)) {
      var page = window.newPage();
      open(page, new Place("start", "/", MANCHESTER));
      app.registry.away(true);
      try {
        assertThat(page.navigate(app.url() + "/notices").status()).isEqualTo(503);
      } finally {
        app.registry.away(false);
      }
    }
  }

  @Test
  void volunteer_stopsSharing_andTheOrganisationSeesNoMore() {
    var person = new Story(app.log, app.keys).registered("Sami", "Choice").checkedAtChristie();
    person.appliesAtManchester().shares();
    app.catchUp();
    var asked = new ArrayList<JsonNode>();
    app.registry.decides(command -> {
      asked.add(command);
      person.sharesNoMore();
      app.publish();
      return app.log.size() - 1;
    });
    var self = new Who("", "volunteer", "Volunteer", person.person);
    try (var window = browser.window(PHONE, false)) {
      var page = window.newPage();
      open(page, new Place("passport", "/passports/" + person.person, MANCHESTER));
      assertThat(page.locator("main").textContent()).contains("The Christie NHS Foundation Trust");

      open(page, new Place("start", "/", self));
      page.getByRole(AriaRole.LINK, named("Open your passport")).click();
      page.getByRole(AriaRole.LINK, named("Decide who sees your details")).click();
      page.getByRole(AriaRole.BUTTON, named("Stop sharing")).click();
      assertThat(page.locator("main").textContent()).contains("holds from now on", "Ended");

      open(page, new Place("passport", "/passports/" + person.person, MANCHESTER));
      assertThat(page.locator("main").textContent())
          .contains("They have not agreed that you see the rest")
          .doesNotContain("The Christie");
    }
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().at("/type").stringValue()).isEqualTo("WithdrawSharing.v1");
    assertThat(asked.getFirst().at("/subject").stringValue()).isEqualTo(person.person);
    assertThat(asked.getFirst().at("/actor").stringValue()).isEqualTo("volunteer");
  }

  @Test
  void volunteer_readsEverythingAboutThemselves_andTakesItAlong() throws IOException {
    try (var window = browser.window(PHONE, false)) {
      var page = window.newPage();
      open(page, new Place("my-record", "/my-record", volunteer()));
      page.locator("summary").all().forEach(Locator::click);
      assertThat(page.locator("main").textContent())
          .contains("Person registered", "Tess", "The Christie NHS Foundation Trust")
          .contains("Enhanced", "Completed on");

      var file = page.waitForDownload(() -> page.getByText("Download it as a file").click());
      assertThat(file.suggestedFilename()).isEqualTo("my-record.json");
      assertThat(Files.readString(file.path())).contains("VolunteerRegistered.v1", "Tess");

      app.signIn.signsIn(MANCHESTER);
      page.navigate(app.url() + "/oauth2/authorization/local");
      assertThat(page.navigate(app.url() + "/my-record").status()).isEqualTo(403);
    }
  }

  @Test
  void coordinator_opensDetailsInAnEmergency_forAReason() {
    var person = new Story(app.log, app.keys).registered("Ada", "Alarm").checkedAtChristie();
    person.appliesAtManchester();
    app.catchUp();
    var asked = new ArrayList<JsonNode>();
    app.registry.decides(command -> {
      asked.add(command);
      var now = Instant.now();
      person.emergency(now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(3)));
      app.publish();
      return app.log.size() - 1;
    });
    try (var window = browser.window(PHONE, false)) {
      var page = window.newPage();
      open(page, new Place("passport", "/passports/" + person.person, MANCHESTER));
      page.getByRole(AriaRole.LINK, named("See details in an emergency")).click();
      page.getByRole(AriaRole.BUTTON, named("See details for one hour")).click();
      assertThat(page.title()).startsWith("Error:");
      screenshot(page, "emergency-with-error", PHONE);
      page.getByLabel("A child may be at risk").check();
      page.getByLabel("In your own words").fill("A child told me\non the ward");
      page.getByRole(AriaRole.BUTTON, named("See details for one hour")).click();

      assertThat(page.locator("main").textContent())
          .contains("your organisation said that there is an emergency")
          .contains("The Christie NHS Foundation Trust");
      assertThat(page.locator("main").textContent()).doesNotContain("Clear to place");
    }
    assertThat(asked).hasSize(1);
    var command = asked.getFirst();
    assertThat(command.at("/type").stringValue()).isEqualTo("BreakGlass.v1");
    assertThat(command.at("/subject").stringValue()).isEqualTo(person.person);
    assertThat(command.at("/data/partner").stringValue()).isEqualTo("R0A");
    assertThat(command.at("/data/reason").stringValue()).isEqualTo("SAFEGUARDING_CHILD");
    assertThat(command.at("/data/explanation/text").stringValue())
        .isEqualTo("A child told me\non the ward");
  }

  @Test
  void whoeverIsNoCoordinatorOfThePerson_opensNothing() {
    var address = "/passports/" + closed.person + "/emergency";
    for (var who : List.of(LEAD, AUDITOR, volunteer(), new Who("RW3", "coordinator", "Somebody"))) {
      try (var window = browser.window(DESKTOP, false)) {
        var page = window.newPage();
        app.signIn.signsIn(who);
        page.navigate(app.url() + "/oauth2/authorization/local");
        assertThat(page.navigate(app.url() + address).status()).as(who.name()).isIn(403, 404);
      }
    }
  }

  @Test
  void coordinator_doesNotDecideForAPerson() {
    try (var window = browser.window(DESKTOP, false)) {
      var page = window.newPage();
      app.signIn.signsIn(MANCHESTER);
      page.navigate(app.url() + "/oauth2/authorization/local");

      assertThat(page.navigate(app.url() + "/my-sharing").status()).isEqualTo(403);
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Test
  void auditor_seesNeitherNamesNorFindings() {
    try (var window = browser.window(DESKTOP, false)) {
      var page = window.newPage();
      open(page, new Place("passport", "/passports/" + story.person, AUDITOR));

      assertThat(page.locator("main").textContent())
          .contains("Whatever is sealed stays closed")
          .doesNotContain("Tess")
          .doesNotContain("Enhanced");
    }
  }

  @Test
  void audit_pagesThroughEverything_withoutJavaScript() {
    try (var window = browser.window(DESKTOP, false)) {
      var page = window.newPage();
      open(page, new Place("audit", "/audit", AUDITOR));
      var seen = new ArrayList<Long>();
      while (true) {
        page.locator("tbody tr td:first-child a")
            .allTextContents()
            .forEach(t -> seen.add(Long.valueOf(t.replace("Entry ", "").strip())));
        var older =
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Older entries"));
        if (older.count() == 0) {
          break;
        }
        older.click();
      }

      assertThat(seen)
          .hasSize((int) app.log.size())
          .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }
  }

  private static void open(Page page, Place place) {
    if (place.who() != null) {
      app.signIn.signsIn(place.who());
      page.navigate(app.url() + "/oauth2/authorization/local");
    }
    page.navigate(app.url() + place.path());
  }

  /** What the place says when it is gone to anew. */
  private static String said(Page page, Place place) {
    page.navigate(app.url() + place.path());
    return page.locator("main").textContent();
  }

  /** What the browser's console says, failed requests and the policy's refusals among it. */
  private static List<String> complaints(Page page) {
    var all = new ArrayList<String>();
    page.onConsoleMessage(m -> {
      // The status of a page that is meant to be an error is no complaint.
      if (m.type().equals("error") && !m.text().contains("the server responded with a status")) {
        all.add(m.text());
      }
    });
    page.onPageError(all::add);
    page.onRequest(r -> {
      if (!r.url().startsWith("http://localhost:") && !r.url().startsWith("http://127.0.0.1:")) {
        all.add("Foreign request: " + r.url());
      }
    });
    return all;
  }

  private static int overflow(Page page) {
    return (int)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  private static String row(Locator table, String name) {
    return table
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(name))
        .textContent();
  }

  private static void screenshot(Page page, String name, int width) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
  }
}
