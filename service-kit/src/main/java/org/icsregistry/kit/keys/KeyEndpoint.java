package org.icsregistry.kit.keys;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.icsregistry.client.RegistrySettings;
import org.icsregistry.client.RegistryUnavailableException;
import org.icsregistry.client.SignInRefusedException;
import org.icsregistry.client.Transport;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/keys} of the registry. */
final class KeyEndpoint implements AutoCloseable {

  private static final int AES_256 = 32;

  private final HttpClient http;
  private final Transport transport;
  private final Duration patience;

  KeyEndpoint(RegistrySettings settings) {
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.transport = new Transport(http, settings, "/v1/keys");
    this.patience = settings.patience();
  }

  /** Every kid asked for, with its key or with none where it was destroyed. */
  Map<String, Optional<SecretKey>> fetch(List<String> kids) {
    try {
      byte[] question = Json.MAPPER.writeValueAsBytes(Map.of("kids", kids));
      var answer = transport.post("application/json", question, patience);
      if (answer.statusCode() != 200) {
        throw new KeysUnavailableException(
            "Expected keys from the registry, received status " + answer.statusCode(), null);
      }
      return read(kids, Json.MAPPER.readTree(answer.body()).required("keys"));
    } catch (RegistryUnavailableException | SignInRefusedException | JacksonException e) {
      throw new KeysUnavailableException("The registry hands out no keys at this moment", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeysUnavailableException("Asking the registry for keys was interrupted", e);
    }
  }

  private static Map<String, Optional<SecretKey>> read(List<String> kids, JsonNode keys) {
    Map<String, Optional<SecretKey>> found = new HashMap<>();
    kids.forEach(kid -> found.put(kid, Optional.empty()));
    for (var entry : keys) {
      byte[] key = Base64.getUrlDecoder().decode(entry.required("k").stringValue());
      if (key.length != AES_256) {
        throw new KeysUnavailableException("Expected a key of 256 bits from the registry", null);
      }
      found.put(entry.required("kid").stringValue(), Optional.of(new SecretKeySpec(key, "AES")));
    }
    return found;
  }

  @Override
  public void close() {
    http.close();
  }
}
