package org.icsregistry.registry.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.ProofException;
import org.icsregistry.log.tree.Rfc6962;

/** A witness that remembers everything it cosigned, and misbehaves when told to. */
final class StandInWitness implements AutoCloseable {

  /** How it answers. */
  enum Mood {
    HONEST,
    SILENT,
    WRONG_SIGNATURE,
    FORGETS_ANSWER
  }

  private final SigningKey key;
  private final HttpServer server;
  private final List<SignedCheckpoint> cosigned = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.HONEST;
  private Checkpoint latest;

  StandInWitness(String name, String origin) {
    key = SigningKey.generate(name + ".example.org", KeyType.ED25519_COSIGNATURE);
    latest = new Checkpoint(origin, 0, Rfc6962.emptyRoot());
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/prefix/add-checkpoint", this::handle);
    server.start();
  }

  /** Its line in a policy. */
  String line(String name) {
    return "witness %s %s http://localhost:%d/prefix\n"
        .formatted(name, key.verifierKey().text(), server.getAddress().getPort());
  }

  void is(Mood mood) {
    this.mood = mood;
  }

  List<SignedCheckpoint> cosigned() {
    return List.copyOf(cosigned);
  }

  /** As if it had been shown another log. */
  synchronized void believes(Checkpoint other) {
    latest = other;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (mood == Mood.SILENT) {
        return;
      }
      var answer = answer(body);
      if (mood == Mood.FORGETS_ANSWER) {
        return;
      }
      var bytes = answer.body.getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Answer(int status, String body) {}

  private synchronized Answer answer(String request) {
    var divide = request.indexOf("\n\n");
    var lines = new ArrayList<>(List.of(request.substring(0, divide).split("\n")));
    long old = Long.parseLong(lines.removeFirst().substring("old ".length()));
    var signed = SignedCheckpoint.parse(request.substring(divide + 2).getBytes(UTF_8));
    if (old != latest.size()) {
      return new Answer(409, latest.size() + "\n");
    }
    var path = lines.stream().map(line -> Strict.base64(line).orElseThrow()).toList();
    try {
      new ConsistencyProof(old, signed.checkpoint().size(), path)
          .verify(latest.root(), signed.checkpoint().root());
    } catch (ProofException e) {
      return new Answer(422, "");
    }
    latest = signed.checkpoint();
    cosigned.add(signed);
    var signer =
        mood == Mood.WRONG_SIGNATURE
            ? SigningKey.generate(key.verifierKey().name(), KeyType.ED25519_COSIGNATURE)
            : key;
    return new Answer(200, new Cosigner(signer).cosign(latest, Instant.now()).line());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
