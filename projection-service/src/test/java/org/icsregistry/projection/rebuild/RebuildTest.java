package org.icsregistry.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.kit.log.LogFollowers;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A read model is made again while it serves. */
class RebuildTest {

  private static final List<String> ALL =
      List.of("passport", "directory", "audit", "opportunity", "readiness", "figures");

  @Test
  void rebuild_givesTheSameDigest_inTheNextVersion() {
    try (var app = App.following()) {
      fill(app, 3);
      var before = status(app);

      ALL.forEach(projection -> rebuild(app, projection));

      var after = status(app);
      for (int i = 0; i < ALL.size(); i++) {
        assertThat(after.at("/projections").get(i).at("/version").intValue()).isEqualTo(2);
        assertThat(after.at("/projections").get(i).at("/digest"))
            .isEqualTo(before.at("/projections").get(i).at("/digest"));
      }
      ALL.forEach(projection ->
          assertThat(progress(app, projection).at("/matched").booleanValue()).isTrue());
    }
  }

  @Test
  void rebuild_failsNoRead_whileTheLogGrows() throws Exception {
    // Its readers ask as fast as they are answered, which on a fast machine is above the limit.
    try (var app = App.following("--registry.limits.caller.each-second=0");
        var writer = Executors.newSingleThreadScheduledExecutor();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var person = fill(app, 20);
      var stop = new AtomicBoolean();
      var reads = new AtomicInteger();
      var failures = new CopyOnWriteArrayList<String>();
      // About 300 events a second.
      var _ = writer.scheduleAtFixedRate(() -> write(app), 0, 90, TimeUnit.MILLISECONDS);
      var readers = readers(app, person, threads, stop, reads, failures);

      try {
        for (int round = 0; round < 2; round++) {
          ALL.forEach(projection -> rebuild(app, projection));
        }
      } finally {
        stop.set(true);
        writer.shutdown();
      }
      assertThat(writer.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      for (var reader : readers) {
        reader.get(30, TimeUnit.SECONDS);
      }
      assertThat(failures).isEmpty();
      assertThat(reads.get()).isGreaterThan(50);

      app.catchUp();
      // Quiet now: one more from the beginning has to agree with what grew under traffic.
      for (var projection : ALL) {
        rebuild(app, projection);
        assertThat(progress(app, projection).at("/matched").booleanValue()).isTrue();
        assertThat(progress(app, projection).at("/version").intValue()).isEqualTo(4);
      }
    }
  }

  @Test
  void rebuild_goesOn_afterARestart() {
    try (var app = App.still()) {
      fill(app, 2);
      assertThat(begin(app, "passport").statusCode()).isEqualTo(202);

      app.bean(LogFollowers.class).start();

      awaitDone(app, "passport");
      assertThat(progress(app, "passport").at("/version").intValue()).isEqualTo(2);
    }
  }

  @Test
  void begin_isRefused_whileOneIsRunning() {
    try (var app = App.still()) {
      var first = begin(app, "audit");
      var second = begin(app, "audit");

      assertThat(first.statusCode()).isEqualTo(202);
      assertThat(first.headers().firstValue("Location")).hasValue("/v1/rebuilds/audit");
      assertThat(second.statusCode()).isEqualTo(409);
      assertThat(Web.json(second).at("/code").stringValue()).isEqualTo("REBUILD_RUNNING");
      recorded(app);
      assertThat(progress(app, "audit").at("/stage").stringValue()).isEqualTo("RUNNING");
      assertThat(progress(app, "passport").at("/stage").stringValue()).isEqualTo("NONE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "lead", "auditor", "engine", "reader"})
  void begin_isForOperatorsOnly(String role) {
    var answer = shared().as("QOP", role).post("/v1/rebuilds/audit", "application/json", "");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(shared().as("QOP", role).get("/v1/rebuilds/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void begin_namesTheProjections_whenThereIsNoSuch() {
    var answer = begin(shared(), "dashboards");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Web.json(answer).at("/expected").stringValue())
        .isEqualTo("one of audit, directory, figures, opportunity, passport, readiness");
  }

  @Test
  void status_tellsPlaceLagVersionAndDigest() {
    try (var app = App.following()) {
      fill(app, 1);
      var passport = status(app).at("/projections/4");

      assertThat(passport.at("/projection").stringValue()).isEqualTo("passport");
      assertThat(passport.at("/nextIndex").longValue()).isEqualTo(app.log.size());
      assertThat(passport.at("/version").intValue()).isEqualTo(1);
      assertThat(passport.at("/digest").stringValue()).matches("[0-9a-f]{64}");
      await()
          .untilAsserted(() -> {
            assertThat(status(app).at("/logSize").longValue()).isEqualTo(app.log.size());
            assertThat(status(app).at("/projections/4/lag").longValue()).isZero();
          });
    }
  }

  private static App shared() {
    return Shared.APP;
  }

  private static final class Shared {
    static final App APP = App.still();
  }

  private static String fill(App app, int people) {
    EverySort.log(app.keys).entries().forEach(e -> app.log.append(e.org(), e.subject(), e.data()));
    var person = new Story(app.log, app.keys).whole().person;
    for (int i = 1; i < people; i++) {
      new Story(app.log, app.keys).whole();
    }
    if (app.bean(LogFollowers.class).isRunning()) {
      app.catchUp();
    } else {
      app.publish();
    }
    return person;
  }

  private static void write(App app) {
    new Story(app.log, app.keys).whole();
    app.publish();
  }

  private static List<Future<?>> readers(
      App app,
      String person,
      ExecutorService threads,
      AtomicBoolean stop,
      AtomicInteger reads,
      List<String> failures) {
    var started = new ArrayList<Future<?>>();
    var questions =
        List.of(
            "/v1/passports/" + person,
            "/v1/passports/" + person + "?asOf=" + (app.log.size() - 1),
            "/v1/audit?order=desc",
            "/v1/status");
    for (var question : questions) {
      var web = app.as("R0A", "coordinator");
      started.add(
          threads.submit(() -> {
            while (!stop.get()) {
              var answer = web.get(question);
              reads.incrementAndGet();
              if (answer.statusCode() != 200) {
                failures.add(question + " " + answer.statusCode() + " " + answer.body());
              }
            }
          }));
    }
    return started;
  }

  private static void rebuild(App app, String projection) {
    assertThat(begin(app, projection).statusCode()).isEqualTo(202);
    awaitDone(app, projection);
  }

  private static void awaitDone(App app, String projection) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> progress(app, projection).at("/stage").stringValue().equals("DONE"));
  }

  private static HttpResponse<String> begin(App app, String projection) {
    return app.as("QOP", "operator").post("/v1/rebuilds/" + projection, "application/json", "");
  }

  private static JsonNode progress(App app, String projection) {
    return Web.json(app.as("QOP", "operator").get("/v1/rebuilds/" + projection));
  }

  private static JsonNode status(App app) {
    return Web.json(app.as("QOP", "operator").get("/v1/status"));
  }

  /** Who asked, also in vain; and that the service could not take it back. */
  private static void recorded(App app) {
    var jdbc = app.bean(JdbcClient.class);
    assertThat(
            jdbc.sql("select organisation || ' ' || operator || ' ' || action from operator_action")
                .query(String.class)
                .list())
        .containsExactly("QOP client-QOP rebuild audit", "QOP client-QOP rebuild audit");
    for (var change :
        List.of("delete from operator_action", "update operator_action set at = now()")) {
      assertThatThrownBy(() -> jdbc.sql(change).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }
}
