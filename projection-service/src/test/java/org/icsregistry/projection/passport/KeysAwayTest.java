package org.icsregistry.projection.passport;

import static org.assertj.core.api.Assertions.assertThat;

import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.Test;

/** A registry that does not answer is not taken for an erased person. */
class KeysAwayTest {

  @Test
  void read_asksToComeBack_whileTheRegistryHandsOutNoKeys() {
    try (var app = App.withPartners()) {
      var story = new Story(app.log, app.keys).whole();
      app.catchUp();
      app.registry.away(true);

      var away = app.as("RBV", "partner").get("/v1/passports/" + story.person);

      assertThat(away.statusCode()).isEqualTo(503);
      assertThat(away.headers().firstValue("Retry-After")).isPresent();
      assertThat(Web.json(away).at("/code").stringValue()).isEqualTo("UNAVAILABLE");

      app.registry.away(false);
      var back = app.as("RBV", "partner").get("/v1/passports/" + story.person);
      assertThat(Web.json(back).at("/person/name/given").stringValue()).isEqualTo("Tess");
    }
  }
}
