package org.icsregistry.projection.web;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import org.icsregistry.kit.fixture.CapturedLog;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** People are looked at, searched for and shown in vain; none of their names gets into a log. */
class NoNamesInLogsTest {

  private static final List<String> PLANTED =
      List.of("Zephyrine", "Quibbleworth", "zephyrine@", "ZZ9 9ZZ", "1990-05-17", "tess@");

  @Test
  void nothingPlanted_isInTheLog() throws Exception {
    var levels = LoggingSystem.get(getClass().getClassLoader());
    try (var log = new CapturedLog();
        var app = App.following()) {
      levels.setLogLevel("org.icsregistry", LogLevel.DEBUG);
      Organisations.register(app.log);
      var story = new Story(app.log, app.keys).registered("Zephyrine", "Quibbleworth");
      story.checkedAtChristie().appliesAtManchester().shares().gapClosed().clearedAndPlaced();
      app.catchUp();
      pages(app, story.person);
      systems(app, story.person);
      app.registry.close();
      pages(app, story.person);
      systems(app, story.person);

      assertThat(log.text()).isNotBlank().doesNotContain(PLANTED);
    } finally {
      levels.setLogLevel("org.icsregistry", null);
    }
  }

  private static void pages(App app, String person) throws Exception {
    for (var who :
        List.of(
            new Who("R0A", "coordinator", "Zephyrine Quibbleworth"),
            new Who("", "volunteer", "Zephyrine Quibbleworth", person))) {
      app.signIn.signsIn(who);
      var browser =
          HttpClient.newBuilder()
              .cookieHandler(new CookieManager())
              .followRedirects(HttpClient.Redirect.ALWAYS)
              .build();
      for (var path :
          List.of(
              "/oauth2/authorization/local",
              "/",
              "/passports/" + person,
              "/passports/Zephyrine",
              "/passports?id=Quibbleworth",
              "/passports/" + person + "?asOf=Zephyrine",
              "/audit?subject=Zephyrine&org=Quibbleworth",
              "/my-sharing",
              "/Zephyrine")) {
        browser.send(HttpRequest.newBuilder(URI.create(app.url() + path)).build(), discarding());
      }
    }
  }

  private static void systems(App app, String person) {
    var web = app.as("R0A", "partner");
    for (var path :
        List.of(
            "/v1/passports/" + person,
            "/v1/passports/" + person + "/everything",
            "/v1/passports/Zephyrine",
            "/v1/audit?subject=Zephyrine",
            "/v1/audit?limit=Zephyrine",
            "/v1/readiness?partner=Quibbleworth",
            "/v1/Zephyrine")) {
      web.get(path);
      web.post(path, "text/Zephyrine", "{\"name\":\"Quibbleworth\"}");
    }
  }
}
