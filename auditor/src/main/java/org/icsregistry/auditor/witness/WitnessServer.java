package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A witness over HTTP; one prefix serves for submission and for monitoring. */
final class WitnessServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);
  private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");

  static {
    // Seconds within which a request must have arrived and an answer been taken, and how many may
    // be on their way: nobody ties a witness up by being slow.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    System.setProperty("jdk.httpserver.maxConnections", "200");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Witness witness;

  private WitnessServer(HttpServer server, Witness witness) {
    this.server = server;
    this.witness = witness;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * @throws WitnessException if the port cannot be used
   */
  static WitnessServer start(InetSocketAddress address, Witness witness) {
    try {
      return new WitnessServer(HttpServer.create(address, 0), witness);
    } catch (IOException e) {
      throw new WitnessException(
          "Port %d on %s cannot be used (%s). Stop the program that uses it, or choose another with --port"
              .formatted(address.getPort(), address.getHostString(), e.getMessage()),
          e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (IOException e) {
        LOG.error("The state could not be kept, so nothing was cosigned", e);
        answer = Answer.refused(500, "The witness could not keep its state; nothing was cosigned");
      }
      var body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var call = exchange.getRequestMethod() + " " + path;
    if (call.equals("POST /add-checkpoint")) {
      var body = exchange.getRequestBody().readNBytes(AddCheckpoint.MOST_BYTES + 1);
      return body.length > AddCheckpoint.MOST_BYTES
          ? Answer.refused(413, "At most " + AddCheckpoint.MOST_BYTES + " bytes are read")
          : witness.add(body);
    }
    if (call.equals("GET /")) {
      return witness.page();
    }
    var monitored = CHECKPOINT.matcher(path);
    if (exchange.getRequestMethod().equals("GET") && monitored.matches()) {
      return witness.checkpoint(monitored.group(1));
    }
    return Answer.refused(
        404, "Here are POST /add-checkpoint, GET /<SHA-256 of the origin>/checkpoint and GET /");
  }

  /** Lets answers under way finish. */
  @Override
  public void close() {
    server.stop(1);
    threads.close();
  }
}
