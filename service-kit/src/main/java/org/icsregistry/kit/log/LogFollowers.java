package org.icsregistry.kit.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.icsregistry.log.kafka.LogReader;
import org.icsregistry.log.kafka.LogTail;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The followers of a service: one per bean of {@link LogBatchHandler}, under the bean's name, and
 * any that are added while the service runs. Their gauges carry the follower's name.
 */
public final class LogFollowers implements SmartLifecycle {

  private final LogFollowing settings;
  private final Map<String, Object> kafka;
  private final LogPositions positions;
  private final TransactionOperations transaction;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<String, LogBatchHandler> handlers;
  private final Map<String, LogFollower> followers = new ConcurrentHashMap<>();
  private final Map<String, List<Meter>> metersOf = new ConcurrentHashMap<>();
  private final LogEnd end;
  private volatile boolean running;

  LogFollowers(
      LogFollowing settings,
      Map<String, Object> kafka,
      LogPositions positions,
      TransactionOperations transaction,
      MeterRegistry meters,
      Clock clock,
      Map<String, LogBatchHandler> handlers) {
    this.settings = settings;
    this.kafka = kafka;
    this.positions = positions;
    this.transaction = transaction;
    this.meters = meters;
    this.clock = clock;
    this.handlers = handlers;
    this.end = new LogEnd(new LogTail(kafka, settings.topic()));
  }

  /**
   * Starts following under a name, from its stored position; {@link #unfollow} ends it.
   *
   * @throws IllegalStateException if somebody follows under this name in this service
   */
  public LogFollower follow(String name, LogBatchHandler handler) {
    var tags = Tags.of("follower", name);
    var follower =
        new LogFollower(
            name,
            handler,
            from -> new LogReader(kafka, settings.topic(), from),
            positions,
            transaction,
            settings,
            meters.timer("registry.log.batch", tags),
            meters.counter("registry.log.failures", tags));
    if (followers.putIfAbsent(name, follower) != null) {
      throw new IllegalStateException("There is a follower " + name + " in this service already");
    }
    metersOf.put(name, gauges(follower, tags));
    follower.start();
    return follower;
  }

  /** Ends after the batch in hand; the stored position stays. */
  public void unfollow(String name) {
    var follower = followers.remove(name);
    if (follower != null) {
      follower.close();
      metersOf.getOrDefault(name, List.of()).forEach(meters::remove);
    }
  }

  /** All that are running, by name. */
  public Map<String, LogFollower> all() {
    return Map.copyOf(followers);
  }

  @Override
  public void start() {
    running = true;
    if (!handlers.isEmpty()) {
      end.start();
    }
    handlers.forEach(this::follow);
  }

  @Override
  public void stop() {
    running = false;
    end.close();
    List.copyOf(followers.keySet()).parallelStream().forEach(this::unfollow);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean isAutoStartup() {
    return settings.follow();
  }

  private List<Meter> gauges(LogFollower follower, Tags tags) {
    var all = new ArrayList<Meter>();
    all.add(gauge("registry.log.next.index", tags, follower, f -> f.status().nextIndex()));
    all.add(gauge("registry.log.lag.records", tags, follower, this::recordsBehind));
    all.add(gauge("registry.log.lag.seconds", tags, follower, this::secondsBehind));
    all.add(gauge("registry.log.stopped", tags, follower, f -> f.status().stopped() ? 1 : 0));
    return all;
  }

  private Meter gauge(
      String name, Tags tags, LogFollower follower, ToDoubleFunction<LogFollower> value) {
    return Gauge.builder(name, follower, value).tags(tags).register(meters);
  }

  /**
   * How many entries a follower had still to apply when the end of the log was last asked for; NaN
   * while nobody knows.
   */
  public double recordsBehind(String name) {
    var follower = followers.get(name);
    return follower == null ? Double.NaN : recordsBehind(follower);
  }

  private double recordsBehind(LogFollower follower) {
    double behind = end.size() - follower.status().nextIndex();
    return Double.isNaN(behind) ? behind : Math.max(0, behind);
  }

  /** Age of the last applied event while later ones wait, otherwise 0. */
  private double secondsBehind(LogFollower follower) {
    double behind = recordsBehind(follower);
    return behind > 0
        ? Duration.between(follower.status().appliedUpTo(), clock.instant()).toMillis() / 1000.0
        : behind;
  }
}
