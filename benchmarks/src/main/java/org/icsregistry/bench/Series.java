package org.icsregistry.bench;

import static org.icsregistry.bench.Options.Measure.ACCESS;
import static org.icsregistry.bench.Options.Measure.AXON;
import static org.icsregistry.bench.Options.Measure.BATCH;
import static org.icsregistry.bench.Options.Measure.DASHBOARDS;
import static org.icsregistry.bench.Options.Measure.ERASURE;
import static org.icsregistry.bench.Options.Measure.KAFKA;
import static org.icsregistry.bench.Options.Measure.REASSESS;
import static org.icsregistry.bench.Options.Measure.SINGLE;
import static org.icsregistry.bench.Options.Measure.VISIBLE;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.icsregistry.bench.Figures.Erasure;
import org.icsregistry.bench.Figures.Latency;
import org.icsregistry.bench.Figures.Turn;
import org.icsregistry.bench.access.Deciding;
import org.icsregistry.bench.axon.AxonCommands;
import org.icsregistry.bench.dashboards.Dashboards;
import org.icsregistry.bench.erase.Erasing;
import org.icsregistry.bench.journey.Reassessing;
import org.icsregistry.bench.load.Comparison;
import org.icsregistry.bench.load.HttpCommands;
import org.icsregistry.bench.load.KafkaCommands;
import org.icsregistry.bench.load.Load;
import org.icsregistry.bench.load.RawPostgres;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.mix.Mix;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.bench.visible.Visible;
import org.jspecify.annotations.Nullable;

/** All measurements on one system, whose log grows from size to size. */
final class Series implements AutoCloseable {

  private static final int LANES = 64;
  private static final int BATCH_CONNECTIONS = 8;
  private static final int BATCH_SIZE = 250;
  private static final int SINGLE_CONNECTIONS = 64;
  private static final Duration DELAYS = Duration.ofSeconds(20);
  private static final int PAUSES = 7;
  private static final double SECOND = 1e9;

  /** What a person's story leaves in the log. */
  private static final long ENTRIES_A_PERSON = 27;

  /** Each load on the system has a third of the time for warming up, and so have the others. */
  private static final int WARM_UP_LOADS = 3;

  private final Options options;
  private final SystemUnderTest system;
  private final LocalDate today;
  private final Consumer<String> progress;
  private final KafkaCommands kafka;
  private final AuditSeries audit;
  private final List<Load> loads = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<Mix> mixes = new ArrayList<>();

  Series(Options options, SystemUnderTest system, Clock clock, Consumer<String> progress) {
    this.options = options;
    this.system = system;
    this.progress = progress;
    today = LocalDate.now(clock);
    new Founder(system).send(Founding.commands(today));
    kafka = new KafkaCommands(system, LANES, mix());
    audit = new AuditSeries(options, system, kafka, progress);
    if (options.wants(KAFKA)) {
      loads.add(kafka);
    }
    if (options.wants(BATCH)) {
      loads.add(new HttpCommands("http-batch", system, BATCH_CONNECTIONS, BATCH_SIZE, mix()));
    }
    if (options.wants(SINGLE)) {
      loads.add(new HttpCommands("http-single", system, SINGLE_CONNECTIONS, 1, mix()));
    }
    if (options.wants(AXON)) {
      compare(new AxonCommands(system.freshDatabase(), Founding.commands(today), mix(), clock));
    }
  }

  private Mix mix() {
    var mix = new Mix(mixes.size() + 1, today);
    mixes.add(mix);
    return mix;
  }

  /** Compilers take longer than a small log; so what is answered already is asked again. */
  void warmUp() {
    progress.accept("Warming up");
    mixes.forEach(Mix::remember);
    runAll(Duration.ofSeconds(1));
    mixes.forEach(Mix::repeat);
    long end = System.nanoTime() + (long) (options.warmUp * SECOND);
    while (System.nanoTime() < end) {
      runAll(Duration.ofSeconds(2));
    }
    mixes.forEach(Mix::goOn);
    comparisons.forEach(comparison -> {
      var _ = comparison.run(Duration.ofMillis((long) (options.warmUp * 1000 / WARM_UP_LOADS)));
    });
  }

  private void runAll(Duration time) {
    loads.stream()
        .filter(load -> !(load instanceof Comparison))
        .forEach(load -> {
          var _ = load.run(time);
        });
  }

  private void compare(Comparison comparison) {
    loads.add(comparison);
    comparisons.add(comparison);
  }

  /** The loads by name, with what each does. */
  Map<String, String> descriptions() {
    var descriptions = new LinkedHashMap<String, String>();
    loads.forEach(load -> descriptions.put(load.name(), load.description()));
    return descriptions;
  }

  Figures at(long size) {
    grow(size);
    var verify = audit.verify();
    var proof = audit.proof();
    var dashboards = dashboards();
    prepareComparisons(size);
    long from = system.logSize();
    var turns = new LinkedHashMap<String, List<Turn>>();
    for (int round = 1; round <= options.rounds; round++) {
      round(round, turns);
    }
    var rows = new LinkedHashMap<String, Figures.Row>();
    turns.forEach((name, all) -> rows.put(name, Figures.row(all)));
    long to = system.logSize();
    var latency = latency();
    return new Figures(
        from,
        to,
        rows,
        latency,
        new AuditFigures(verify, proof, audit.checkpointing()),
        erasure(),
        dashboards);
  }

  /** Beside a log of the last size. */
  Deciding.@Nullable Result access() {
    if (!options.wants(ACCESS)) {
      return null;
    }
    progress.accept("The same questions are asked with and without a decision");
    return new Deciding(system, today).run(options.rounds, options.time());
  }

  /** The last thing: onboarding clears people, and the loads do not expect that. */
  JourneyFigures.@Nullable Reassess reassess() {
    if (!options.wants(REASSESS)) {
      return null;
    }
    grow(options.people * ENTRIES_A_PERSON);
    progress.accept("Onboarding catches up");
    var result = new Reassessing(system, today).run(options.rate, DELAYS);
    progress.accept(
        "%,d people looked at again within %.1f s".formatted(result.people(), result.seconds()));
    return JourneyFigures.Reassess.of(result, options.rate);
  }

  private void prepareComparisons(long size) {
    if (!loads.isEmpty() && loads.stream().noneMatch(RawPostgres.class::isInstance)) {
      long mean = system.number("select avg(octet_length(event)) from event_log");
      var raw = new RawPostgres(system.database(Service.REGISTRY), (int) mean);
      loads.addFirst(raw);
      comparisons.add(raw);
    }
    comparisons.forEach(comparison -> comparison.growTo(size));
  }

  private void grow(long size) {
    for (long now = system.logSize(); now < size; now = system.logSize()) {
      progress.accept("The log grows: %,d of %,d".formatted(now, size));
      var _ = kafka.run(Duration.ofSeconds(Math.clamp((size - now) / 10_000, 1, 10)));
    }
  }

  private void round(int round, Map<String, List<Turn>> turns) {
    double postgres = 0;
    for (var load : loads) {
      var before = system.processorTime();
      var rate = load.run(options.time());
      var after = system.processorTime();
      if (load instanceof RawPostgres) {
        postgres = rate.perSecond();
      }
      var used = new HashMap<String, Long>();
      after.forEach(
          (part, time) -> used.put(part, time.minus(before.getOrDefault(part, time)).toNanos()));
      var turn = new Turn(rate, rate.perSecond() / postgres, used);
      turns.computeIfAbsent(load.name(), _ -> new ArrayList<>()).add(turn);
      progress.accept(
          "Round %d of %d, %s: %,.0f/s, %.2f of the database alone"
              .formatted(round, options.rounds, load.name(), rate.perSecond(), turn.ofPostgres()));
    }
  }

  private @Nullable Latency latency() {
    if (!options.wants(VISIBLE)) {
      return null;
    }
    progress.accept("The read models catch up");
    system.start(Service.PROJECTION);
    try {
      var result = new Visible(system, mix()).run(options.rate, DELAYS, DELAYS);
      var latency = Latency.of(options.rate, result);
      progress.accept(
          "Visible after %.0f ms, 99 of 100 within %.0f ms"
              .formatted(latency.visibleP50(), latency.visibleP99()));
      return latency;
    } finally {
      system.stop(Service.PROJECTION);
    }
  }

  /** Appends to the log. */
  private @Nullable Erasure erasure() {
    if (!options.wants(ERASURE)) {
      return null;
    }
    progress.accept("%,d people are registered".formatted(options.crowd));
    var result = new Erasing(system).run(options.crowd, options.erased);
    var erasure = Erasure.of(result);
    progress.accept(
        "Forgotten after %.0f ms, at most %.0f ms"
            .formatted(erasure.completeP50(), erasure.completeMost()));
    return erasure;
  }

  private @Nullable DashboardFigures dashboards() {
    if (!options.wants(DASHBOARDS)) {
      return null;
    }
    progress.accept("The read models catch up, and leads ask");
    var result = new Dashboards(system).run(options.time(), PAUSES, Dashboards.FORGOTTEN);
    return DashboardFigures.of(result);
  }

  @Override
  public void close() {
    loads.forEach(Load::close);
    if (!options.wants(KAFKA)) {
      kafka.close();
    }
  }
}
