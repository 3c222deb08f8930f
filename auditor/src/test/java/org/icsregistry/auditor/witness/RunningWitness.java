package org.icsregistry.auditor.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;

/** A witness in this process, spoken to over HTTP. */
final class RunningWitness implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final SigningKey key;
  private final State state;
  private final WitnessServer server;

  private RunningWitness(SigningKey key, State state, Witness witness) {
    this.key = key;
    this.state = state;
    this.server = WitnessServer.start(new InetSocketAddress("localhost", 0), witness);
  }

  static RunningWitness start(Path directory, KeyType type, VerifierKey... logs) {
    var key = KeyFile.readOrCreate(directory.resolve("key"), "witness.example.org", type);
    var cosigner = new Cosigner(key);
    var state = State.open(directory.resolve("state"));
    var witness = Witness.open(cosigner, List.of(logs), state, Witness.Beginning.AT_ZERO, CLOCK);
    return new RunningWitness(key, state, witness);
  }

  static RunningWitness start(Path directory, VerifierKey... logs) {
    return start(directory, KeyType.ED25519_COSIGNATURE, logs);
  }

  VerifierKey key() {
    return key.verifierKey();
  }

  HttpResponse<String> add(String body) {
    return send(HttpRequest.newBuilder(uri("/add-checkpoint")).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    state.close();
  }
}
