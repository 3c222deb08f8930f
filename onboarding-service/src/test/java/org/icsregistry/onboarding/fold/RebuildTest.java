package org.icsregistry.onboarding.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.onboarding.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A release finds what an earlier one folded. */
class RebuildTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final World world = new World().withPartners();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void states_of_an_unknown_shape_are_made_again_from_the_log() {
    var person = begun();
    var decided = world.registry.decided();
    change("UPDATE person SET passport = convert_to('{\"subject\":7,\"folded\":[]}', 'UTF8')");
    change("UPDATE role SET state = convert_to('[]', 'UTF8')");
    change("UPDATE fold_shape SET shape = 'of an earlier release'");

    world.start();
    await().atMost(PATIENCE).until(world::quiet);
    assertThat(world.registry.decided()).isEqualTo(decided);
    world.closeTheGap(person);

    await().atMost(PATIENCE).until(() -> world.registry.cleared(person));
  }

  @Test
  void states_from_before_shapes_were_noted_are_made_again() {
    begun();
    change("UPDATE person SET passport = convert_to('{}', 'UTF8')");
    change("DELETE FROM fold_shape");

    world.start();

    await().atMost(PATIENCE).until(world::quiet);
    assertThat(number("SELECT count(*) FROM person WHERE length(passport) > 100")).isEqualTo(1);
  }

  @Test
  void states_of_the_same_shape_stay() {
    begun();
    change("UPDATE journey SET next_step = 'untouched'");

    world.start();
    await().atMost(PATIENCE).until(world::quiet);

    assertThat(number("SELECT count(*) FROM journey WHERE next_step = 'untouched'")).isEqualTo(1);
  }

  @Test
  void a_shape_is_told_from_another() {
    assertThat(List.of(Shape.of(Passport.class), Shape.of(Role.class), Shape.of(Held.class)))
        .doesNotHaveDuplicates();
    assertThat(Shape.of(Passport.class)).isEqualTo(Shape.of(Passport.class));
  }

  private record Held(String item) {}

  /** Somebody whom an instance has looked at, and no instance. */
  private String begun() {
    var first = world.start();
    var person = world.newcomer();
    await().atMost(PATIENCE).until(() -> world.quiet() && !world.registry.decided().isEmpty());
    first.close();
    return person;
  }

  private void change(String sql) {
    world.database().sql(sql).update();
  }

  private long number(String sql) {
    return world.database().sql(sql).query(Long.class).single();
  }
}
