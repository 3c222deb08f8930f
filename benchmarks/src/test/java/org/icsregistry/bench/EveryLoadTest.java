package org.icsregistry.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.bench.access.Deciding;
import org.icsregistry.bench.audit.ProofRequests;
import org.icsregistry.bench.audit.Signing;
import org.icsregistry.bench.audit.Verifying;
import org.icsregistry.bench.axon.AxonCommands;
import org.icsregistry.bench.dashboards.Dashboards;
import org.icsregistry.bench.journey.Assessing;
import org.icsregistry.bench.journey.Reassessing;
import org.icsregistry.bench.load.HttpCommands;
import org.icsregistry.bench.load.KafkaCommands;
import org.icsregistry.bench.load.Load;
import org.icsregistry.bench.load.RawPostgres;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.mix.Mix;
import org.icsregistry.bench.sealing.Sealing;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.bench.visible.Visible;
import org.icsregistry.registry.command.CommandContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A figure counts only if what was counted happened: each load runs for a moment on the real
 * engines, and the log is asked. A load fails by itself when a command is refused.
 */
class EveryLoadTest {

  private static final Duration MOMENT = Duration.ofMillis(700);
  private static final Clock CLOCK = Clock.system(CommandContext.ZONE);

  private static SystemUnderTest system;

  private final LocalDate today = LocalDate.now(CLOCK);

  @BeforeAll
  static void start() {
    system = SystemUnderTest.start(home(), List.of(), Service.REGISTRY);
    new Founder(system).send(Founding.commands(LocalDate.now(CLOCK)));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void commandsOverKafka_areAllInTheLog_once() {
    everyAcknowledgedCommandIsInTheLogOnce(new KafkaCommands(system, 8, new Mix(1, today)));
  }

  @Test
  void batchesOverHttp_areAllInTheLog_once() {
    everyAcknowledgedCommandIsInTheLogOnce(
        new HttpCommands("http-batch", system, 4, 25, new Mix(2, today)));
  }

  @Test
  void singleCommandsOverHttp_areAllInTheLog_once() {
    everyAcknowledgedCommandIsInTheLogOnce(
        new HttpCommands("http-single", system, 16, 1, new Mix(3, today)));
  }

  @Test
  void repeatedCommands_areAcknowledged_andLeaveTheLogAsItIs() {
    var mix = new Mix(4, today);
    try (var load = new HttpCommands("http-single", system, 8, 1, mix)) {
      mix.remember();
      assertThat(load.run(MOMENT).all()).isPositive();
      long size = system.logSize();
      mix.repeat();
      assertThat(load.run(MOMENT).all()).isPositive();
      assertThat(system.logSize()).isEqualTo(size);
    }
  }

  @Test
  void axonStoresEveryCommand_andGrows() {
    var database = system.freshDatabase();
    var founding = Founding.commands(today);
    try (var load = new AxonCommands(database, founding, new Mix(5, today), CLOCK)) {
      long acknowledged = load.run(MOMENT).all();
      assertThat(acknowledged).isPositive();
      var commands =
          "select count(distinct metaData) from DomainEventEntry where metaData is not null";
      assertThat(SystemUnderTest.number(database, commands))
          .isEqualTo(acknowledged + founding.size());
      load.growTo(5_000);
      assertThat(SystemUnderTest.number(database, "select count(*) from DomainEventEntry"))
          .isEqualTo(5_000);
    }
  }

  @Test
  void theBareDatabase_insertsEveryRow_andGrows() {
    try (var load = new RawPostgres(system.database(Service.REGISTRY), 700)) {
      long inserted = load.run(MOMENT).all();
      assertThat(inserted).isPositive();
      assertThat(system.number("select count(*) from raw_log")).isEqualTo(inserted);
      load.growTo(inserted + 1_000);
      assertThat(system.number("select count(*) from raw_log")).isEqualTo(inserted + 1_000);
    }
  }

  @Test
  void everyCommandBecomesVisible() {
    system.start(Service.PROJECTION);
    var result =
        new Visible(system, new Mix(6, today))
            .run(50, Duration.ofSeconds(1), Duration.ofSeconds(2));

    assertThat(result.visible().count()).isEqualTo(100);
    assertThat(result.answer().percentile(0.5)).isPositive();
    assertThat(result.visible().percentile(0.99))
        .isGreaterThanOrEqualTo(result.visible().percentile(0.5));
  }

  @Test
  void verificationReadsTheWholeLog_andSoDoesWhatItIsComparedWith() {
    var turn = new Verifying(system).turn();

    assertThat(turn.entries()).isEqualTo(system.logSize());
    assertThat(turn.ofPlain()).isPositive();
    for (var reading : List.of(turn.verify(), turn.plain())) {
      assertThat(reading.processor()).isPositive();
      assertThat(reading.peakKilobytes()).isPositive();
    }
  }

  @Test
  void proofsAreServed() {
    var delays = new ProofRequests(system).run(Duration.ZERO, MOMENT);

    assertThat(delays.count()).isPositive();
    assertThat(delays.percentile(0.5)).isPositive();
  }

  @Test
  void nothingIsSigned_whereIntakeIsMeasuredWithoutSigning_andEverythingAfterwards() {
    try (var load = new HttpCommands("http-batch", system, 4, 25, new Mix(7, today))) {
      var round = new Signing(system, load).round(MOMENT.multipliedBy(4));

      assertThat(round.with()).hasSize(2).allMatch(turn -> turn.rate().all() > 0);
      assertThat(round.without()).hasSize(2).allMatch(turn -> turn.rate().all() > 0);
    }
    await()
        .untilAsserted(() ->
            assertThat(system.number("select size from checkpoint_head"))
                .isEqualTo(system.logSize()));
  }

  @Test
  void everyFigureIsAskedFor_andEveryReadModelMadeAgain() {
    var result = new Dashboards(system).run(MOMENT, 1, Duration.ZERO);

    assertThat(result.entries()).isEqualTo(system.logSize());
    assertThat(result.again()).containsOnlyKeys(result.anew().keySet());
    assertThat(result.again().values()).allMatch(delays -> delays.count() >= 5);
    assertThat(result.count().percentile(0.5)).isPositive();
    assertThat(result.perEntry()).containsKeys("audit", "figures", "readiness");
    assertThat(result.perEntry().values()).noneMatch(Duration::isNegative);
  }

  @Test
  void everyQuestion_isAnsweredToBoth_andTheTieIsLookedUp() {
    var result = new Deciding(system, today).run(1, MOMENT);

    assertThat(result.requests()).hasSize(6);
    assertThat(result.requests())
        .allSatisfy(request -> {
          assertThat(request.decided().latency()).isPositive();
          assertThat(request.open().latency()).isPositive();
        });
    assertThat(result.nothing()).isPositive();
    assertThat(result.tie()).isPositive();
  }

  @Test
  void somebodyIsAssessedInNoTime_andSomethingIsMet() {
    var assessing = new Assessing();

    assertThat(assessing.microseconds(MOMENT)).isPositive().isLessThan(1_000);
    assertThat(assessing.met()).isPositive();
  }

  @Test
  void valuesAreSealedAndOpened_inMicroseconds() {
    var costs = new Sealing().run(MOMENT);

    assertThat(costs.seal()).isPositive().isLessThan(10_000);
    assertThat(costs.open()).isPositive().isLessThan(10_000);
  }

  @Test
  void everybodyIsLookedAtAgain_afterTheOthersHaveFinished() {
    try (var load = new HttpCommands("http-batch", system, 4, 25, new Mix(8, today))) {
      var _ = load.run(MOMENT);
    }
    var result = new Reassessing(system, today).run(20, Duration.ofSeconds(1));

    assertThat(result.people()).isPositive();
    assertThat(result.settled()).isGreaterThanOrEqualTo(result.seconds()).isPositive();
    assertThat(result.during().count()).isPositive();
  }

  private static void everyAcknowledgedCommandIsInTheLogOnce(Load load) {
    long before = commandsInTheLog();
    long size = system.logSize();
    try (load) {
      long acknowledged = load.run(MOMENT).all();

      assertThat(acknowledged).isPositive();
      assertThat(commandsInTheLog()).isEqualTo(before + acknowledged);
      assertThat(eventsSince(size)).isEqualTo(differentEventsSince(size));
    }
  }

  /** Commands by sender and id, as their events name them. */
  private static long commandsInTheLog() {
    return system.number(
        """
        select count(distinct (e ->> 'source', e ->> 'causationid'))
        from (select convert_from(event, 'UTF8')::jsonb as e from event_log) as entries
        """);
  }

  private static long eventsSince(long index) {
    return system.number("select count(*) from event_log where log_index >= " + index);
  }

  /** A command that was taken twice would have led to the same event twice. */
  private static long differentEventsSince(long index) {
    return system.number(
        """
        select count(distinct (e ->> 'source', e ->> 'causationid', e ->> 'type'))
        from (select convert_from(event, 'UTF8')::jsonb as e from event_log where log_index >= %d) as entries
        """
            .formatted(index));
  }

  private static Path home() {
    for (var directory = Path.of("").toAbsolutePath();
        directory != null;
        directory = directory.getParent()) {
      if (Files.exists(directory.resolve("docker-compose.yml"))) {
        return directory;
      }
    }
    throw new IllegalStateException("Run the tests within the project's folder");
  }
}
