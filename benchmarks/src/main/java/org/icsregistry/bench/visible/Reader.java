package org.icsregistry.bench.visible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.contracts.envelope.Json;

/**
 * Asks for one passport again and again. Each answer says up to which entry of the log it is
 * complete, so the answers date every entry.
 */
final class Reader {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final long NOTHING = -1;

  private final SystemUnderTest system;
  private final String organisation;
  private final String person;
  private final HttpClient http = HttpClient.newHttpClient();
  private final NavigableMap<Long, Long> seen = new TreeMap<>();

  Reader(SystemUnderTest system, String organisation, String person) {
    this.system = system;
    this.organisation = organisation;
    this.person = person;
  }

  /** Reads as long as something goes on. */
  void readWhile(BooleanSupplier goesOn) {
    while (goesOn.getAsBoolean()) {
      long _ = look();
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Reads until a passport is complete up to this entry. */
  void readUntil(long index, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (look() < index) {
      if (System.nanoTime() > end) {
        throw new BenchException(
            "visible: entry %d was not in the passports after %s".formatted(index, limit));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** When an answer first covered this entry. */
  long seenAt(long index) {
    return seen.ceilingEntry(index).getValue();
  }

  /** How far the passport is complete. */
  long look() {
    var request =
        HttpRequest.newBuilder(system.uri(Service.PROJECTION, "/v1/passports/" + person))
            .header("Authorization", "Bearer " + system.token(organisation, "partner"))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return switch (response.statusCode()) {
        case 200 -> noted(Json.MAPPER.readTree(response.body()).required("logIndex").longValue());
        case 403, 404 -> NOTHING; // neither the person nor the partner is in the read models yet
        default ->
            throw new BenchException(
                "Expected a passport, got %d: %s"
                    .formatted(response.statusCode(), response.body()));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }

  private long noted(long index) {
    seen.putIfAbsent(index, System.nanoTime());
    return index;
  }
}
