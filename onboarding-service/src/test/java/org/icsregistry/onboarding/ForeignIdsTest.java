package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.icsregistry.kit.fixture.EveryInput;
import org.icsregistry.kit.fixture.ForeignIds;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody else's person is to every address like one who does not exist. */
class ForeignIdsTest {

  private static final Set<String> HARMLESS =
      Set.of(
          "limit",
          "before",
          "state",
          "waitingOn",
          "by",
          "GET /v1/journeys after",
          "GET /v1/journeys role",
          "ANY /error (request)");

  private static final World WORLD = new World().withPartners();
  private static Web web = Web.at(0);
  private static String person = "";
  private static List<EveryInput> inputs = List.of();

  @BeforeAll
  static void start() {
    var service = WORLD.start();
    web = WORLD.web(service);
    inputs =
        EveryInput.of(
            service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    person = WORLD.newcomer();
    var own = web.with(WORLD.signIn.token(R0A, "coordinator"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> own.get("/v1/journeys?subject=" + person).body().contains(person));
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  private static ForeignIds ids() {
    var nobody = UUID.randomUUID().toString();
    return new ForeignIds(
        inputs,
        HARMLESS,
        List.of(
            new ForeignIds.Case("GET /v1/journeys subject", person, nobody),
            new ForeignIds.Case("GET /v1/journeys partner", R0A, "ZZZ"),
            new ForeignIds.Case("GET /v1/notices subject", person, nobody),
            new ForeignIds.Case("GET /v1/notices partner", R0A, "ZZZ"),
            new ForeignIds.Case("GET /v1/retention/due after", person, nobody)));
  }

  @Test
  void everyInputOfEveryAddress_hasItsCase() {
    assertThat(ids().forgotten()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "administrator", "volunteer", "operator"})
  void anIdOfSomebodyElse_isLikeNone_atEveryAddress(String office) {
    var asker = web.with(WORLD.signIn.token(RBV, office));

    for (var asked : ids().ask(ForeignIds.systems(asker), path -> true)) {
      assertThat(asked.foreign()).as(asked.input()).isEqualTo(asked.unknown());
      if (asked.foreign().status() == 200) {
        assertThat(asked.foreign().body()).contains("[]");
      } else {
        assertThat(asked.foreign().status()).as(asked.input()).isIn(403, 404);
      }
    }
  }
}
