package org.icsregistry.projection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A permission is withdrawn while readers keep reading. */
class GrantRaceTest {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int READERS = 8;

  @AutoClose
  private static final App app = App.withPartners("--registry.limits.caller.each-second=0");

  /** An answer that showed details, by when it was asked for. */
  private record Shown(long askedAt, String path) {}

  @Test
  void withinASecondOfTheWithdrawal_nobodySeesDetailsAnyMore() throws Exception {
    for (int round = 0; round < 3; round++) {
      withdrawWhileReading();
    }
  }

  private static void withdrawWhileReading() throws Exception {
    var story = new Story(app.log, app.keys).registered("Sami", "Choice").checkedAtChristie();
    story.appliesAtManchester().shares();
    app.catchUp();
    var paths =
        List.of(
            "/v1/passports/" + story.person,
            "/v1/passports/" + story.person + "?asOf=" + (app.log.size() - 1),
            "/v1/passports/" + story.person + "/everything",
            "/v1/opportunities?person=" + story.person,
            "/v1/audit?limit=500&subject=" + story.person);
    var shown = new ConcurrentLinkedQueue<Shown>();
    var stop = new AtomicBoolean();
    long withdrawn;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < READERS; i++) {
        var path = paths.get(i % paths.size());
        var _ = threads.submit(() -> read(story, path, stop, shown));
      }
      TimeUnit.MILLISECONDS.sleep(500);
      story.sharesNoMore();
      app.publish();
      withdrawn = System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(SOON.toNanos() + Duration.ofSeconds(1).toNanos());
      stop.set(true);
    }
    assertThat(shown).isNotEmpty();
    assertThat(shown)
        .allSatisfy(s -> assertThat(s.askedAt() - withdrawn).isLessThan(SOON.toNanos()));
  }

  private static void read(
      Story story, String path, AtomicBoolean stop, ConcurrentLinkedQueue<Shown> shown) {
    var coordinator = app.as(MANCHESTER, "coordinator");
    while (!stop.get()) {
      long asked = System.nanoTime();
      var answer = coordinator.get(path);
      if (answer.body().contains(story.item("CSTF_FIRE")) && answer.body().contains("\"RBV\"")) {
        shown.add(new Shown(asked, path));
      }
    }
  }
}
