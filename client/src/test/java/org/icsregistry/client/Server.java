package org.icsregistry.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Sign-in service and registry in one; commands get the scripted answers, in their order. */
final class Server implements AutoCloseable {

  /**
   * @param retryAfter seconds, or null for no such header
   */
  record Scripted(int status, String body, @Nullable String retryAfter) {
    static Scripted of(int status, String body) {
      return new Scripted(status, body, null);
    }
  }

  record Received(String contentType, String authorization, String body) {}

  final BlockingQueue<Scripted> script = new LinkedBlockingQueue<>();
  final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  final List<String> tokenRequests = Collections.synchronizedList(new ArrayList<>());
  volatile Scripted tokenAnswer =
      Scripted.of(200, "{\"access_token\":\"token-%d\",\"expires_in\":300}");
  private final HttpServer http;

  Server() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/v1/commands", this::command);
    http.createContext("/.well-known/openid-configuration", this::discovery);
    http.createContext("/realms/one/token", this::token);
    http.start();
  }

  RegistrySettings settings() {
    var url = "http://127.0.0.1:" + http.getAddress().getPort();
    return RegistrySettings.of(url, url + "/", "RBV", "local-RBV", "RBV");
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void discovery(HttpExchange exchange) throws IOException {
    var url = "http://127.0.0.1:" + http.getAddress().getPort();
    answer(
        exchange,
        Scripted.of(
            200,
            "{\"issuer\":\"%1$s\",\"token_endpoint\":\"%1$s/realms/one/token\"}".formatted(url)));
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenRequests.add(
        Objects.requireNonNullElseGet(
            exchange.getRequestHeaders().getFirst("Authorization"), () -> body(exchange)));
    var answer = tokenAnswer;
    answer(
        exchange, Scripted.of(answer.status, answer.body.replace("%d", "" + tokenRequests.size())));
  }

  private static String body(HttpExchange exchange) {
    try {
      return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void command(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            headers.getFirst("Content-Type"), headers.getFirst("Authorization"), body(exchange)));
    var next = script.poll();
    answer(exchange, next == null ? Scripted.of(500, "nothing scripted") : next);
  }

  private static void answer(HttpExchange exchange, Scripted answer) throws IOException {
    try (exchange) {
      byte[] body = answer.body.getBytes(UTF_8);
      if (answer.retryAfter != null) {
        exchange.getResponseHeaders().set("Retry-After", answer.retryAfter);
      }
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
