package org.icsregistry.kit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LogFollowerTest {

  private final FollowedLog world = new FollowedLog();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void every_record_is_applied_once_and_in_order() {
    write(120);
    var followers = world.instance(world.noting("a"));
    write(30);

    awaitSeen(150);
    assertThat(follower(followers).status().nextIndex()).isEqualTo(150);
    assertThat(gauge("registry.log.next.index")).isEqualTo(150);
    followers.stop();
  }

  @Test
  void a_restarted_follower_goes_on_where_it_was() {
    write(70);
    var first = world.instance(world.noting("a"));
    awaitSeen(70);
    first.stop();
    write(70);
    var second = world.instance(world.noting("b"));

    awaitSeen(140);
    second.stop();
  }

  @Test
  void a_batch_that_fails_halfway_leaves_nothing_and_comes_again() {
    var broken = new AtomicBoolean(true);
    write(60);
    var followers =
        world.instance(batch -> {
          world.noting("a").handle(batch);
          if (broken.getAndSet(false)) {
            throw new IllegalStateException("after the work, before the commit");
          }
        });

    awaitSeen(60);
    followers.stop();
  }

  @Test
  void two_instances_share_the_work_without_doing_any_of_it_twice() {
    var a = world.instance(world.noting("a"));
    var b = world.instance(world.noting("b"));
    for (int i = 0; i < 40; i++) {
      write(25);
    }

    awaitSeen(1000);
    a.stop();
    write(25);
    awaitSeen(1025);
    b.stop();
  }

  @Test
  void a_poison_record_is_named_and_never_passed() {
    write(10);
    long poison = world.log.appendBytes("x", "{\"time\":\"2026-01-01T00:00:00Z\"}".getBytes(UTF_8));
    write(10);
    var attempts = new AtomicInteger();
    var followers =
        world.instance(batch ->
            batch.forEach(record -> {
              if (record.index() == poison) {
                attempts.incrementAndGet();
                throw new IllegalArgumentException("secret text of the record");
              }
              world.note(record, "a");
            }));
    var health = new LogHealth(followers);

    await().until(() -> health.health().getStatus().equals(Status.DOWN));
    assertThat(world.seen()).containsExactlyElementsOf(indexes(poison));
    assertThat(Objects.requireNonNull(health.health().getDetails().get("test")).toString())
        .startsWith("at log index 10: IllegalArgumentException")
        .doesNotContain("secret");
    assertThat(gauge("registry.log.stopped")).isEqualTo(1);
    int before = attempts.get();
    await().until(() -> attempts.get() > before + 2);
    assertThat(world.seen()).containsExactlyElementsOf(indexes(poison));
    followers.stop();
  }

  @Test
  void a_failure_that_passes_is_forgotten() {
    var away = new AtomicBoolean(true);
    write(20);
    var followers =
        world.instance(batch -> {
          if (away.get()) {
            throw new IllegalStateException("the registry is away");
          }
          world.noting("a").handle(batch);
        });
    var health = new LogHealth(followers);
    await().until(() -> health.health().getStatus().equals(Status.DOWN));

    away.set(false);

    awaitSeen(20);
    await().until(() -> health.health().getStatus().equals(Status.UP));
    followers.stop();
  }

  @Test
  void a_position_that_is_set_back_makes_the_follower_go_back() {
    write(20);
    var followers = world.instance(world.noting("a"));
    awaitSeen(20);

    world.jdbc.sql("DELETE FROM seen WHERE index >= 5").update();
    world.jdbc.sql("UPDATE log_position SET next_index = 5, offsets = ''").update();
    write(1);

    awaitSeen(21);
    followers.stop();
  }

  @Test
  void a_follower_can_be_added_and_taken_away_while_the_service_runs() {
    write(10);
    var followers = world.instance(batch -> {});
    followers.follow("later", world.noting("later"));
    awaitSeen(10);

    followers.unfollow("later");

    assertThat(followers.all()).containsOnlyKeys("test");
    assertThat(world.meters.find("registry.log.next.index").gauges()).hasSize(1);
    followers.stop();
  }

  private void write(int records) {
    int about = 0;
    for (int left = records; left > 0; left -= 5) {
      var events =
          Collections.nCopies(Math.min(left, 5), new PartnerLinked("RBV", LocalDate.EPOCH));
      world.log.append("RBV", "person-" + about++ % 7, events.toArray(new PartnerLinked[0]));
    }
  }

  private void awaitSeen(int records) {
    await()
        .untilAsserted(() -> assertThat(world.seen()).containsExactlyElementsOf(indexes(records)));
  }

  private static List<Long> indexes(long end) {
    return LongStream.range(0, end).boxed().toList();
  }

  private static LogFollower follower(LogFollowers followers) {
    return Objects.requireNonNull(followers.all().get("test"));
  }

  private double gauge(String name) {
    return world.meters.get(name).gauge().value();
  }
}
