package org.icsregistry.bench.access;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.icsregistry.bench.mix.Founding;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;

/**
 * The same questions by a partner, for whom standing, tie, settings of row-level security and look
 * are found out, and by an office that sees everything, for whom nothing is. They take turns.
 */
public final class Deciding {

  private static final String PARTNER = Founding.PARTNERS.getFirst();

  private final SystemUnderTest system;
  private final LocalDate today;

  public Deciding(SystemUnderTest system, LocalDate today) {
    this.system = system;
    this.today = today;
  }

  /**
   * Microseconds for one request.
   *
   * @param latency median
   * @param service processor time of the read side
   * @param database processor time of PostgreSQL
   */
  public record Turn(double latency, double service, double database) {}

  /** One question, decided and not; medians of the rounds. */
  public record Request(String name, Turn decided, Turn open) {}

  /**
   * @param nothing microseconds for the round trip of an empty query
   * @param tie the same for a query that asks what ties a partner to a person
   */
  public record Result(List<Request> requests, double nothing, double tie) {}

  /** A question about a person, and who asks it without a decision. */
  private record Question(
      String name, String path, boolean shared, String organisation, String as) {
    static Question passport(String name, String path, boolean shared) {
      return new Question(name, path, shared, Founding.HOST, "reader");
    }

    static Question trail(String name, boolean shared) {
      return new Question(name, "/v1/audit?subject=%s", shared, Founding.HOST, "lead");
    }
  }

  /**
   * @param time how long each side of each question is asked in each round, and before the first
   */
  public Result run(int rounds, Duration time) {
    system.start(Service.PROJECTION);
    try {
      var crowd = new Known(system, today, PARTNER);
      var questions =
          List.of(
              Question.passport("passport, with a relationship", "/v1/passports/%s", false),
              Question.passport(
                  "passport, with a permission, look noted", "/v1/passports/%s", true),
              Question.passport(
                  "passport as of an earlier entry",
                  "/v1/passports/%s?asOf=" + crowd.last(),
                  false),
              Question.passport("everything, look noted", "/v1/passports/%s/everything", true),
              Question.trail("audit trail of a person, with a relationship", false),
              Question.trail("audit trail of a person, look noted", true));
      var requests = questions.stream().map(q -> request(q, crowd, rounds, time)).toList();
      var trips = new RoundTrips(system.database(Service.PROJECTION));
      return new Result(
          requests, trips.nothing(time), trips.tie(crowd.people(true).getFirst(), PARTNER, time));
    } finally {
      system.stop(Service.PROJECTION);
    }
  }

  private Request request(Question question, Known crowd, int rounds, Duration time) {
    var paths = crowd.people(question.shared).stream().map(question.path::formatted).toList();
    var decided = new Asking(system, paths, PARTNER, "partner");
    var open = new Asking(system, paths, question.organisation, question.as);
    var _ = decided.run(time);
    var _ = open.run(time);
    var turns = new ArrayList<Turn>();
    var opens = new ArrayList<Turn>();
    for (int round = 0; round < rounds; round++) {
      turns.add(decided.run(time));
      opens.add(open.run(time));
    }
    return new Request(question.name, median(turns), median(opens));
  }

  private static Turn median(List<Turn> turns) {
    return new Turn(
        median(turns, Turn::latency), median(turns, Turn::service), median(turns, Turn::database));
  }

  private static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
    var sorted = turns.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
