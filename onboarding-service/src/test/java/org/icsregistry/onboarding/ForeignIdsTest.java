package org.icsregistry.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;

import java.time.Duration;
import org.icsregistry.kit.fixture.ForeignIds;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's person is to every address like one who does not exist. */
class ForeignIdsTest {

  private static final World WORLD = new World().withPartners();
  private static Web web = Web.at(0);
  private static String person = "";

  @BeforeAll
  static void start() {
    web = WORLD.web(WORLD.start());
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

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "administrator", "volunteer", "operator"})
  void anIdOfSomebodyElse_isLikeNone_atEveryAddress(String office) {
    var answers = ForeignIds.ask(web.with(WORLD.signIn.token(RBV, office)), person);

    assertThat(answers)
        .extracting(ForeignIds.Answers::address)
        .contains("/v1/journeys subject", "/v1/notices subject");
    assertThat(answers)
        .allSatisfy(asked -> {
          assertThat(asked.foreign()).as(asked.address()).isEqualTo(asked.unknown());
          if (asked.foreign().status() == 200) {
            assertThat(asked.foreign().body()).contains("[]");
          } else {
            assertThat(asked.foreign().status()).as(asked.address()).isIn(403, 404);
          }
        });
  }
}
