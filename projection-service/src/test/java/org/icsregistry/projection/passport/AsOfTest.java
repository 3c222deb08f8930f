package org.icsregistry.projection.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Organisations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The past from the audit trail is the past from the log. */
class AsOfTest {

  private static final Caller ENGINE = new Caller("QOP", Set.of("engine"), "engine", null);

  private static App app;
  private static String person;

  @BeforeAll
  static void start() {
    app = App.following();
    EverySort.log(app.keys).entries().forEach(e -> app.log.append(e.org(), e.subject(), e.data()));
    app.catchUp();
    person =
        app.log.entries().stream().filter(Passport::concerns).findFirst().orElseThrow().subject();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void snapshot_isTheFoldOfThePrefix_atEveryIndex() {
    var passports = app.bean(Passports.class);
    for (long index = 0; index < app.log.size(); index++) {
      var expected = fold(index);
      var found = passports.snapshot(ENGINE, person, new AsOf.AtIndex(index));
      assertThat(found.map(Snapshot::passport).orElse(Passport.empty(person)))
          .as("at log index %d", index)
          .isEqualTo(expected);
    }
  }

  @Test
  void snapshot_isTheFoldOfThePrefix_betweenTwoEntries() {
    var passports = app.bean(Passports.class);
    for (var entry : app.log.entries()) {
      var between = new AsOf.AtMoment(entry.recordedAt().plusSeconds(59));
      var found = passports.snapshot(ENGINE, person, between);
      assertThat(found.map(Snapshot::passport).orElse(Passport.empty(person)))
          .isEqualTo(fold(entry.logIndex()));
      found.ifPresent(s -> assertThat(s.cut().logIndex()).isEqualTo(entry.logIndex()));
    }
  }

  @Test
  void snapshot_knowsNothing_beforeTheLogBegan() {
    var early = app.log.entries().getFirst().recordedAt().minusSeconds(1);

    assertThat(app.bean(Passports.class).snapshot(ENGINE, person, new AsOf.AtMoment(early)))
        .isEmpty();
  }

  @Test
  void snapshot_takesRolesAndPolicies_asTheyWere() {
    var passports = app.bean(Passports.class);
    long revised = index("RoleRevised");
    var before = passports.snapshot(ENGINE, person, new AsOf.AtIndex(revised - 1)).orElseThrow();
    var after = passports.snapshot(ENGINE, person, new AsOf.AtIndex(revised)).orElseThrow();

    assertThat(before.directory().role(Organisations.GUIDE).map(Role::versions).orElseThrow())
        .hasSize(1);
    assertThat(after.directory().role(Organisations.GUIDE).map(Role::versions).orElseThrow())
        .hasSize(2);
  }

  @Test
  void snapshot_isTheSame_whetherFoldedNowOrKept() {
    var passports = app.bean(Passports.class);
    var kept = passports.snapshot(ENGINE, person, new AsOf.Now()).orElseThrow();
    var folded =
        passports
            .snapshot(ENGINE, person, new AsOf.AtMoment(Clock.systemUTC().instant()))
            .orElseThrow();

    assertThat(kept.passport()).isEqualTo(folded.passport());
    assertThat(kept.directory().roles()).isEqualTo(folded.directory().roles());
    // What is true now decides, and by the caller's own standing too, so that stands there as well.
    assertThat(kept.directory().partners())
        .containsAllEntriesOf(folded.directory().partners())
        .hasSize(folded.directory().partners().size() + 1)
        .containsKey(ENGINE.organisation());
  }

  private static long index(String event) {
    return app.log.entries().stream()
        .filter(e -> e.data().getClass().getSimpleName().equals(event))
        .findFirst()
        .orElseThrow()
        .logIndex();
  }

  private static Passport fold(long upTo) {
    return app.log.entries().stream()
        .filter(e -> e.logIndex() <= upTo && e.subject().equals(person))
        .reduce(Passport.empty(person), Passport::evolve, (_, later) -> later);
  }
}
