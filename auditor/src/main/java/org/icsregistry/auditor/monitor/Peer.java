package org.icsregistry.auditor.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.icsregistry.auditor.source.SourceException;

/**
 * Somebody else who was shown the log: a copy over HTTP, a witness, or a partner's kept checkpoint.
 *
 * @param address of a log's prefix, of a witness, or a file
 */
record Peer(String address) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * The checkpoint this party has; empty if it has none of this log.
   *
   * @throws SourceException if it does not answer
   */
  Optional<byte[]> checkpoint(String origin) {
    if (!address.startsWith("http")) {
      return file();
    }
    String base = address.replaceFirst("/+$", "");
    // C2SP tlog-tiles for a log, tlog-witness, section Monitoring, for a witness.
    return ask(base + "/checkpoint").or(() -> ask(base + "/" + hash(origin) + "/checkpoint"));
  }

  private Optional<byte[]> file() {
    try {
      return Optional.of(Files.readAllBytes(Path.of(address)));
    } catch (IOException e) {
      throw new SourceException("Expected a checkpoint in " + address + ", got " + e, e);
    }
  }

  private static Optional<byte[]> ask(String address) {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
    try {
      HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return switch (answer.statusCode()) {
        case 200 -> Optional.of(answer.body());
        case 404 -> Optional.empty();
        default ->
            throw new SourceException(
                "Expected a checkpoint from %s, got status %d"
                    .formatted(address, answer.statusCode()));
      };
    } catch (IOException e) {
      throw new SourceException("Expected an answer from " + address + ", got none", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("Interrupted while asking " + address, e);
    }
  }

  private static String hash(String origin) {
    try {
      byte[] bytes = origin.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }
}
