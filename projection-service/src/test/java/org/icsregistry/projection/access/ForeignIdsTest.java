package org.icsregistry.projection.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.fixture.ForeignIds;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else's person is to every address like one who does not exist. */
class ForeignIdsTest {

  private static App app;
  private static Story foreign;

  @BeforeAll
  static void start() {
    app = App.following();
    Organisations.register(app.log);
    foreign = new Story(app.log, app.keys).whole();
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Office.class,
      names = {"PARTNER", "COORDINATOR", "ADMINISTRATOR", "VOLUNTEER", "OPERATOR"})
  void anIdOfSomebodyElse_isLikeNone_atEveryAddress(Office office) {
    var answers = ForeignIds.ask(asker(office), foreign.person);

    assertThat(answers)
        .extracting(ForeignIds.Answers::address)
        .contains(
            "/v1/passports/{id} id",
            "/v1/passports/{id}/everything id",
            "/v1/audit subject",
            "/v1/opportunities person");
    assertThat(answers)
        .allSatisfy(asked -> {
          assertThat(asked.foreign()).as(asked.address()).isEqualTo(asked.unknown());
          assertThat(asked.foreign().body()).doesNotContain("Tess");
          if (asked.foreign().status() == 200) {
            assertThat(asked.foreign().body()).contains("\"entries\":[]");
          } else {
            assertThat(asked.foreign().status()).as(asked.address()).isIn(403, 404);
          }
        });
  }

  /** Overseers see the whole log, which names nobody; passports they see closed or not at all. */
  @ParameterizedTest
  @EnumSource(
      value = Office.class,
      names = {"LEAD", "AUDITOR"})
  void anOverseer_readsNoNameAtAnyAddress(Office office) {
    assertThat(ForeignIds.ask(asker(office), foreign.person))
        .allSatisfy(asked ->
            assertThat(List.of(asked.foreign().body()))
                .as(asked.address())
                .noneMatch(body -> body.contains("Tess") || body.contains("CLEAR_TO_PLACE")));
  }

  private static Web asker(Office office) {
    return office == Office.VOLUNTEER
        ? app.asVolunteer("3f2504e0-4f89-41d3-9a0c-0305e82c3301")
        : app.as("RW3", office.claim());
  }
}
