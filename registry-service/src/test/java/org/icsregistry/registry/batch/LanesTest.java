package org.icsregistry.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.icsregistry.contracts.message.RoleCommand.RetireRole;
import org.icsregistry.registry.command.CommandContext.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

  private static final int MOST = 300;
  private static final int OF_ENGINE = 4;
  private static final int ROOM = 10;

  private final Lanes lanes = new Lanes(MOST, OF_ENGINE);
  private int made;

  @Test
  void who_comes_last_in_the_partners_lane_is_in_the_batch_before_nearly_all_of_the_engines() {
    fill(Lane.ENGINE, 30);
    var partner = submission();
    lanes.offer(partner, Lane.PARTNERS);

    assertThat(batch()).hasSize(1 + OF_ENGINE).startsWith(partner);
  }

  @Test
  void the_engine_has_its_places_in_every_batch_however_many_partners_wait() {
    fill(Lane.PARTNERS, MOST);
    var engine = fill(Lane.ENGINE, OF_ENGINE + 1);

    assertThat(batch()).hasSize(ROOM).containsAll(engine.subList(0, OF_ENGINE));
    assertThat(batch()).hasSize(ROOM).contains(engine.getLast());
  }

  @Test
  void a_large_batch_takes_more_of_the_engines() {
    fill(Lane.PARTNERS, MOST);
    fill(Lane.ENGINE, MOST);

    int room = 10 * Lanes.PARTNERS_EACH;
    var batch = new ArrayList<Submission>();
    lanes.drainTo(batch, room);
    assertThat(batch).hasSize(room);
    assertThat(lanes.size(Lane.ENGINE)).isEqualTo(MOST - 10);
  }

  @Test
  void places_that_the_engine_does_not_need_are_the_partners() {
    var partners = fill(Lane.PARTNERS, ROOM);

    assertThat(batch()).containsExactlyElementsOf(partners);
  }

  @Test
  void half_of_a_small_batch_is_kept_for_partners() {
    fill(Lane.ENGINE, 2);
    var partner = submission();
    lanes.offer(partner, Lane.PARTNERS);

    var batch = new ArrayList<Submission>();
    lanes.drainTo(batch, 1);
    assertThat(batch).containsExactly(partner);
  }

  @Test
  void an_engine_that_fills_its_lane_takes_no_room_from_partners() {
    fill(Lane.ENGINE, MOST);

    assertThat(lanes.offer(submission(), Lane.ENGINE)).isFalse();
    assertThat(lanes.offer(submission(), Lane.PARTNERS)).isTrue();
  }

  @Test
  void waiting_ends_at_once_when_either_lane_has_somebody() throws InterruptedException {
    for (var lane : Lane.values()) {
      lanes.offer(submission(), lane);
      lanes.await(1, TimeUnit.DAYS);
      assertThat(batch()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatever_comes_when_nothing_is_lost_and_each_lane_keeps_its_order(long seed) {
    var random = new Random(seed);
    Queue<Submission> partners = new ArrayDeque<>();
    Queue<Submission> engine = new ArrayDeque<>();
    for (int i = 0; i < 20_000; i++) {
      // So rarely that there are large batches, too.
      if (random.nextInt(100) == 0) {
        take(partners, engine, random.nextInt(random.nextBoolean() ? ROOM : MOST) + 1);
      } else if (random.nextInt(3) == 0) {
        offer(Lane.ENGINE, engine);
      } else {
        offer(Lane.PARTNERS, partners);
      }
    }
  }

  private void offer(Lane lane, Queue<Submission> expected) {
    var submission = submission();
    if (lanes.offer(submission, lane)) {
      expected.add(submission);
    }
    assertThat(lanes.size(lane)).isEqualTo(expected.size()).isLessThanOrEqualTo(MOST);
  }

  /** Takes a batch and holds it against what should be in it. */
  private void take(Queue<Submission> partners, Queue<Submission> engine, int room) {
    int few = Math.max(OF_ENGINE, Math.min(partners.size(), room) / Lanes.PARTNERS_EACH);
    int kept = Math.min(Math.min(few, room / 2), engine.size());
    var wanted = new ArrayList<Submission>();
    while (!partners.isEmpty() && wanted.size() < room - kept) {
      wanted.add(partners.remove());
    }
    for (int i = 0; i < few && !engine.isEmpty() && wanted.size() < room; i++) {
      wanted.add(engine.remove());
    }
    var batch = new ArrayList<Submission>();
    lanes.drainTo(batch, room);
    assertThat(batch).containsExactlyElementsOf(wanted);
  }

  private List<Submission> batch() {
    var batch = new ArrayList<Submission>();
    lanes.drainTo(batch, ROOM);
    return batch;
  }

  private List<Submission> fill(Lane lane, int count) {
    var all = new ArrayList<Submission>();
    for (int i = 0; i < count; i++) {
      all.add(submission());
      assertThat(lanes.offer(all.getLast(), lane)).isTrue();
    }
    return all;
  }

  private Submission submission() {
    var origin = new Origin("RBV", "RBV.HELPER", "c" + made++, null, null);
    return new Submission(origin, new RetireRole(), new byte[32], List.of());
  }
}
