package org.icsregistry.bench.dashboards;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.bench.visible.Delays;

/** How soon a lead gets each shared figure, and what each read model costs per entry. */
public final class Dashboards {

  /** Longer than figures are remembered. */
  public static final Duration FORGOTTEN = Duration.ofSeconds(11);

  private static final List<String> PAGES =
      List.of(
          "/v1/figures",
          "/v1/upkeep",
          "/v1/readiness",
          "/v1/relationships",
          "/v1/programmes",
          "/v1/surges",
          "/v1/capacity?role=" + Founding.HOST + ".WARD_HELPER",
          "/v1/audit?order=desc");

  /** Who leads asks for these; opportunities are for those who speak for a partner. */
  private static final String LEAD = "lead";

  private static final String PARTNERS_PAGE = "/v1/opportunities";
  private static final int LEAST = 5;
  private static final Duration CATCH_UP = Duration.ofMinutes(30);
  private static final long LOOK_EVERY = 20_000_000;

  private final SystemUnderTest system;
  private final Questions questions;

  public Dashboards(SystemUnderTest system) {
    this.system = system;
    this.questions = new Questions(system);
  }

  /**
   * @param again by address, asked again and again
   * @param anew by address, asked after so long that nothing is remembered
   * @param count of the same entries in the bare database
   * @param perEntry processor time of service and database per entry, by read model
   */
  public record Result(
      long entries,
      Map<String, Delays> again,
      Map<String, Delays> anew,
      Delays count,
      Map<String, Duration> perEntry) {}

  /**
   * Waits until the read models have caught up, and measures.
   *
   * @param time how long each address is asked again and again
   * @param pauses how often everything is asked after a pause
   */
  public Result run(Duration time, int pauses, Duration pause) {
    system.start(Service.PROJECTION);
    try {
      await(this::caughtUp);
      Map<String, Delays> again = new LinkedHashMap<>();
      pages().forEach((page, role) -> again.put(page, again(time, page, role)));
      var anew = anew(pauses, pause);
      var count = new Delays(counts(pauses));
      Map<String, Duration> perEntry = new LinkedHashMap<>();
      questions
          .get("/v1/status", LEAD)
          .required("projections")
          .valueStream()
          .map(p -> p.required("projection").stringValue())
          .forEach(name -> perEntry.put(name, rebuilt(name)));
      return new Result(system.logSize(), again, anew, count, perEntry);
    } finally {
      system.stop(Service.PROJECTION);
    }
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    PAGES.forEach(page -> pages.put(page, LEAD));
    pages.put(PARTNERS_PAGE, "partner");
    return pages;
  }

  private Delays again(Duration time, String page, String role) {
    long _ = timed(page, role);
    var delays = new ArrayList<Long>();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end || delays.size() < LEAST) {
      delays.add(timed(page, role));
    }
    return new Delays(delays);
  }

  private Map<String, Delays> anew(int pauses, Duration pause) {
    Map<String, List<Long>> delays = new LinkedHashMap<>();
    for (int i = 0; i < pauses; i++) {
      LockSupport.parkNanos(pause.toNanos());
      pages()
          .forEach((page, role) ->
              delays.computeIfAbsent(page, _ -> new ArrayList<>()).add(timed(page, role)));
    }
    Map<String, Delays> found = new LinkedHashMap<>();
    delays.forEach((page, all) -> found.put(page, new Delays(all)));
    return found;
  }

  private long timed(String page, String role) {
    long start = System.nanoTime();
    var _ = questions.get(page, role);
    return System.nanoTime() - start;
  }

  private List<Long> counts(int times) {
    var database = system.database(Service.PROJECTION);
    var delays = new ArrayList<Long>();
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.owner(), database.ownerPassword());
        var statement = connection.createStatement()) {
      for (int i = 0; i < times; i++) {
        long start = System.nanoTime();
        try (var row = statement.executeQuery("SELECT count(*) FROM audit")) {
          row.next();
          delays.add(System.nanoTime() - start);
        }
      }
    } catch (SQLException e) {
      throw new BenchException("The database did not count the audit trail", e);
    }
    return delays;
  }

  /** Of the whole log, while nothing else goes on. */
  private Duration rebuilt(String projection) {
    var before = used();
    questions.rebuild(projection);
    await(() ->
        questions
            .get("/v1/rebuilds/" + projection, "operator")
            .required("stage")
            .stringValue()
            .equals("DONE"));
    return used().minus(before).dividedBy(system.logSize());
  }

  private Duration used() {
    var used = system.processorTime();
    return used.getOrDefault("projection-service", Duration.ZERO)
        .plus(used.getOrDefault("postgres", Duration.ZERO));
  }

  private boolean caughtUp() {
    long size = system.logSize();
    return questions
        .get("/v1/status", LEAD)
        .required("projections")
        .valueStream()
        .allMatch(p -> p.required("nextIndex").longValue() >= size);
  }

  private static void await(BooleanSupplier done) {
    long end = System.nanoTime() + CATCH_UP.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new BenchException("The read models have not caught up within " + CATCH_UP);
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }
}
