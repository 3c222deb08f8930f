package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.icsregistry.kit.fixture.HostileQueries;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.Test;

class HostileQueriesTest {

  @Test
  void every_parameter_of_the_interface_may_be_hostile() {
    try (var world = new World().withPartners()) {
      var web = world.web(world.start());
      var document = Web.json(web.get("/v3/api-docs"));
      var queries = new HostileQueries(web.with(world.signIn.token("QOP", "reader")), document);

      assertThat(queries.ask()).isEmpty();
      assertThat(queries.asked()).isGreaterThan(100);
    }
  }
}
