package org.icsregistry.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stands for a service: answers that it is ready, shows what it was configured with, and dies when
 * told to. As a witness that is to begin, makes its state and ends.
 */
public final class StandInService {

  private StandInService() {}

  /** Entry point. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains("--init")) {
      int state = List.of(arguments).indexOf("--state");
      Files.createDirectories(Path.of(arguments[state + 1]));
      return;
    }
    int option = List.of(arguments).indexOf("--port");
    int port =
        Integer.parseInt(
            option < 0 ? System.getenv().getOrDefault("SERVER_PORT", "0") : arguments[option + 1]);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/actuator/health/readiness", exchange -> answer(exchange, "UP"));
    server.createContext("/", exchange -> answer(exchange, String.join(" ", arguments)));
    server.createContext("/environment", exchange -> answer(exchange, environment()));
    server.createContext(
        "/die",
        exchange -> {
          System.out.println("the very last line");
          Runtime.getRuntime().halt(7);
        });
    server.start();
  }

  private static String environment() {
    return System.getenv().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
