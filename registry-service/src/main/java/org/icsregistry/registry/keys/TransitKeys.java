package org.icsregistry.registry.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Key-encryption keys in HashiCorp Vault or OpenBao, which never let them out: the Transit secrets
 * engine wraps and unwraps. An epoch is a version of the named key; rotating it there begins the
 * next one.
 *
 * @see <a href="https://openbao.org/api-docs/secret/transit/">Transit HTTP API</a>
 */
final class TransitKeys implements KeyEncryption {

  private static final String SCHEME = "transit:";
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final Settings settings;
  private final Clock clock;
  private final HttpClient http;
  private volatile Latest latest;

  /**
   * Where the engine is.
   *
   * @param url of the server
   * @param mount path of the engine
   * @param key name of the key, of a type with associated data (aes256-gcm96)
   * @param tokenFile read anew for each request, so that an agent can renew it
   */
  record Settings(URI url, String mount, String key, Path tokenFile, Duration timeout) {}

  private record Latest(int version, Instant at) {}

  TransitKeys(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout).build();
    this.latest = ask();
  }

  @Override
  public String current() {
    if (clock.instant().isAfter(latest.at.plus(LOOK_EVERY))) {
      latest = ask();
    }
    return name(latest.version);
  }

  private Latest ask() {
    int version = send("keys", null).at("/data/latest_version").asInt();
    return new Latest(version, clock.instant());
  }

  @Override
  public boolean has(String kek) {
    return kek.startsWith(SCHEME + settings.key + ":");
  }

  @Override
  public List<Wrapped> wrap(Map<String, SecretKey> keys) {
    var ids = List.copyOf(keys.keySet());
    var items = new ArrayList<Map<String, String>>(ids.size());
    keys.forEach((id, key) -> items.add(item(id, "plaintext", base64(key.getEncoded()))));
    var wrapped = new ArrayList<Wrapped>(ids.size());
    var results = results("encrypt", items);
    for (int i = 0; i < ids.size(); i++) {
      var ciphertext = results.get(i).path("ciphertext").asString("");
      wrapped.add(
          new Wrapped(ids.get(i), name(version(ciphertext)), ciphertext.getBytes(US_ASCII)));
    }
    return wrapped;
  }

  @Override
  public Map<String, SecretKey> unwrap(Collection<Wrapped> keys) {
    var wrapped = List.copyOf(keys);
    var items =
        wrapped.stream()
            .map(w -> item(w.id(), "ciphertext", new String(w.bytes(), US_ASCII)))
            .toList();
    var unwrapped = new HashMap<String, SecretKey>();
    var results = results("decrypt", items);
    for (int i = 0; i < wrapped.size(); i++) {
      var key = Base64.getDecoder().decode(results.get(i).path("plaintext").asString(""));
      unwrapped.put(wrapped.get(i).id(), new SecretKeySpec(key, "AES"));
    }
    return unwrapped;
  }

  /** The id is associated data: what was wrapped for one person opens for no other. */
  private static Map<String, String> item(String id, String field, String value) {
    return Map.of(field, value, "associated_data", base64(id.getBytes(UTF_8)));
  }

  private List<JsonNode> results(String operation, List<Map<String, String>> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    var answer = send(operation, Map.of("batch_input", items)).at("/data/batch_results");
    var results = answer.valueStream().toList();
    if (results.size() != items.size() || results.stream().anyMatch(r -> r.has("error"))) {
      throw new IllegalStateException(
          "Expected the Transit engine to %s %d key(s), but it could not with each; look whether a version of the key was removed there that still wraps data keys"
              .formatted(operation, items.size()));
    }
    return results;
  }

  private JsonNode send(String operation, @Nullable Object body) {
    var path = "/v1/%s/%s/%s".formatted(settings.mount, operation, settings.key);
    try {
      var request =
          HttpRequest.newBuilder(settings.url.resolve(path))
              .timeout(settings.timeout)
              .header("X-Vault-Token", Files.readString(settings.tokenFile).strip());
      if (body != null) {
        request.POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
      }
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      // 400 answers a batch in which single items failed; each then says so.
      if (answer.statusCode() == 200 || (answer.statusCode() == 400 && body != null)) {
        return Json.MAPPER.readTree(answer.body());
      }
      throw away(operation, "status " + answer.statusCode());
    } catch (IOException | JacksonException e) {
      throw away(operation, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away(operation, "an interrupt");
    }
  }

  private static Refusal away(String operation, String instead) {
    return new Refusal(
        ProblemCode.UNAVAILABLE,
        "an answer of the service that keeps the key-encryption keys (" + operation + ")",
        instead,
        "send it again later under the same id");
  }

  /** {@code vault:v3:…}. */
  private static int version(String ciphertext) {
    var parts = ciphertext.split(":", 3);
    return Integer.parseInt(parts[1].substring(1));
  }

  private String name(int version) {
    return SCHEME + settings.key + ":v" + version;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
