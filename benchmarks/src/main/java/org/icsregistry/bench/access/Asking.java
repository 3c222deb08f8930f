package org.icsregistry.bench.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.access.Deciding.Turn;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;

/** One caller who asks about one person after the other, each time when the answer is there. */
final class Asking {

  private static final double NANOS_PER_MICROSECOND = 1e3;

  private final SystemUnderTest system;
  private final List<String> paths;
  private final String organisation;
  private final String office;
  private final HttpClient http = HttpClient.newHttpClient();

  Asking(SystemUnderTest system, List<String> paths, String organisation, String office) {
    this.system = system;
    this.paths = paths;
    this.organisation = organisation;
    this.office = office;
  }

  /** Asks as often as there is time for, once at least. */
  Turn run(Duration time) {
    var latencies = new ArrayList<Long>();
    var before = system.processorTime();
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; latencies.isEmpty() || System.nanoTime() < end; i++) {
      long start = System.nanoTime();
      ask(paths.get(i % paths.size()));
      latencies.add(System.nanoTime() - start);
    }
    var after = system.processorTime();
    latencies.sort(null);
    var used = new double[2];
    var parts = List.of("projection-service", "postgres");
    for (int i = 0; i < used.length; i++) {
      var part = parts.get(i);
      used[i] =
          after
                  .getOrDefault(part, Duration.ZERO)
                  .minus(before.getOrDefault(part, Duration.ZERO))
                  .toNanos()
              / NANOS_PER_MICROSECOND
              / latencies.size();
    }
    return new Turn(latencies.get(latencies.size() / 2) / NANOS_PER_MICROSECOND, used[0], used[1]);
  }

  private void ask(String path) {
    var request =
        HttpRequest.newBuilder(system.uri(Service.PROJECTION, path))
            .header("Authorization", "Bearer " + system.token(organisation, office))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new BenchException("Expected 200, got " + answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
