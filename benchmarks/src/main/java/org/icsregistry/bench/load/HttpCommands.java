package org.icsregistry.bench.load;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.mix.Mix;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;

/**
 * Commands over HTTP on some connections, one at a time or in batches; each connection sends as
 * soon as it has its answer.
 */
public final class HttpCommands implements Load {

  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String ACCEPTED = "\"status\":201";

  private final String name;
  private final SystemUnderTest system;
  private final int batch;
  private final Mix mix;
  private final Selector selector;
  private final List<HttpConnection> connections = new ArrayList<>();
  private Map<String, String> tokens = Map.of();
  private int waiting;

  /**
   * @param batch commands per request; 1 for single commands
   */
  public HttpCommands(String name, SystemUnderTest system, int connections, int batch, Mix mix) {
    this.name = name;
    this.system = system;
    this.batch = batch;
    this.mix = mix;
    try {
      selector = Selector.open();
      URI target = system.uri(Service.REGISTRY, "/v1/commands");
      for (var lane : mix.lanes(connections)) {
        this.connections.add(new HttpConnection(selector, target, lane));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return batch == 1
        ? "single commands over HTTP, %d connections".formatted(connections.size())
        : "batches of %d over HTTP, %d connections".formatted(batch, connections.size());
  }

  @Override
  public Rate run(Duration duration) {
    tokens =
        connections.stream()
            .map(c -> c.lane().organisation())
            .distinct()
            .collect(Collectors.toMap(o -> o, o -> system.token(o, "partner")));
    try {
      for (var connection : connections) {
        connection.again();
      }
      long start = System.nanoTime();
      for (var connection : connections) {
        send(connection);
      }
      long accepted = 0;
      while (System.nanoTime() - start < duration.toNanos()) {
        accepted += answers(true);
      }
      long nanos = System.nanoTime() - start;
      long all = accepted;
      while (waiting > 0) {
        all += answers(false);
      }
      mix.settled();
      return new Rate(accepted, nanos, all);
    } catch (IOException e) {
      throw new UncheckedIOException("The registry cannot be reached", e);
    }
  }

  private long answers(boolean goOn) throws IOException {
    long accepted = 0;
    selector.select(100);
    for (var key : selector.selectedKeys()) {
      var connection = (HttpConnection) key.attachment();
      var response = connection.proceed();
      if (response.isPresent()) {
        waiting--;
        accepted += accepted(response.get());
        if (goOn) {
          send(connection);
        }
      }
    }
    selector.selectedKeys().clear();
    return accepted;
  }

  private void send(HttpConnection connection) throws IOException {
    var lane = connection.lane();
    var token = requireNonNull(tokens.get(lane.organisation()));
    waiting++;
    if (batch == 1) {
      connection.post(ONE, token, lane.next().json());
    } else {
      connection.post(
          BATCH,
          token,
          Stream.generate(lane::next)
              .limit(batch)
              .map(Envelope::json)
              .collect(Collectors.joining(",", "[", "]")));
    }
  }

  /** A rate of refusals says nothing, so one refusal ends the run. */
  private int accepted(HttpResponse response) {
    int expected = batch == 1 ? 201 : 200;
    if (response.status() != expected || (batch > 1 && count(response.body()) != batch)) {
      throw new BenchException(
          "%s: expected %d and acceptance, got %d: %s"
              .formatted(
                  name,
                  expected,
                  response.status(),
                  response.body().substring(0, Math.min(2000, response.body().length()))));
    }
    return batch;
  }

  private static int count(String body) {
    int count = 0;
    for (int at = body.indexOf(ACCEPTED); at >= 0; at = body.indexOf(ACCEPTED, at + 1)) {
      count++;
    }
    return count;
  }

  @Override
  public void close() {
    try {
      for (var connection : connections) {
        connection.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
