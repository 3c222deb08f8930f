package org.icsregistry.projection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whom one organisation decided not to place reads to others like somebody whom it never checked:
 * the answers about both are the same, at every address.
 */
class RefusedElsewhereTest {

  /** How the other organisation is tied to the two people. */
  enum Tie {
    LINKED,
    GRANTED,
    EMERGENCY
  }

  @AutoClose private static final App app = App.withPartners();

  @ParameterizedTest
  @EnumSource(Tie.class)
  void notPlacedAtOne_isLikeNeverChecked_toAnother(Tie tie) {
    var refused = told(tie, true);
    var unchecked = told(tie, false);
    app.catchUp();

    for (var office : List.of("coordinator", "partner", "administrator")) {
      var answers = answers(app.as(MANCHESTER, office), refused);
      assertThat(answers).isEqualTo(answers(app.as(MANCHESTER, office), unchecked));
      assertThat(answers.toString()).doesNotContain("NOT_PLACED").doesNotContain("UNSUCCESSFUL");
    }
    assertThat(app.as(CHRISTIE, "coordinator").get("/v1/passports/" + refused.person).body())
        .contains("NOT_PLACED");
  }

  private static Story told(Tie tie, boolean refused) {
    var story = new Story(app.log, app.keys).registered("Nia", "Tester");
    if (refused) {
      story.notPlacedAtChristie();
    }
    story.appliesToManchester();
    switch (tie) {
      case LINKED -> {}
      case GRANTED -> story.shares();
      case EMERGENCY -> story.emergency(Instant.now().plus(Duration.ofHours(1)), Instant.now());
    }
    return story;
  }

  /** What is said about the person, without what differs between any two people. */
  private static List<String> answers(Web asker, Story story) {
    var said = new ArrayList<String>();
    for (var path :
        List.of(
            "/v1/passports/" + story.person,
            "/v1/passports/" + story.person + "/everything",
            "/v1/opportunities?person=" + story.person,
            "/v1/audit?limit=500&subject=" + story.person)) {
      var answer = asker.get(path);
      said.add(answer.statusCode() + " " + Story.anonymous(answer.body()));
    }
    return said;
  }
}
