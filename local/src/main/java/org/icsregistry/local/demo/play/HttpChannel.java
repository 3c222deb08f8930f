package org.icsregistry.local.demo.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.client.Answer.Accepted;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.client.CommandEnvelope;
import org.icsregistry.client.RegistryClient;
import org.icsregistry.client.RegistrySettings;
import org.icsregistry.client.RegistryUnavailableException;
import org.icsregistry.client.SignInRefusedException;
import org.icsregistry.client.SignInUnavailableException;
import org.icsregistry.contracts.envelope.Json;

/**
 * Commands over HTTP, as an organisation sends them that runs no Kafka client: signed in, one
 * request each. Locally an organisation's client id is its code, and the secret {@code
 * local-<code>}.
 */
public final class HttpChannel implements Channel {

  private static final String TOKEN_PATH = "/oauth2/token";

  private final String registry;
  private final String issuer;
  private final Map<String, RegistryClient> clients = new HashMap<>();
  private List<Answer> answers = new ArrayList<>();

  /**
   * @param registry address of registry-service
   * @param tokenEndpoint of the sign-in service, ending in {@code /oauth2/token}
   */
  public HttpChannel(String registry, String tokenEndpoint) {
    if (!tokenEndpoint.endsWith(TOKEN_PATH)) {
      throw new PlayStoppedException(
          "Expected a token endpoint that ends in " + TOKEN_PATH + " and not " + tokenEndpoint);
    }
    this.registry = registry;
    this.issuer = tokenEndpoint.substring(0, tokenEndpoint.length() - TOKEN_PATH.length());
  }

  @Override
  public void send(DemoCommand command) {
    var client = clients.computeIfAbsent(command.organisation(), this::client);
    try {
      answers.add(
          switch (client.send(envelope(command))) {
            case Accepted a -> new Answer(command.organisation(), a.id(), 201, null, null);
            case Refused r ->
                new Answer(command.organisation(), r.id(), r.status(), r.code(), r.detail());
          });
    } catch (RegistryUnavailableException | SignInUnavailableException | SignInRefusedException e) {
      throw new PlayStoppedException(command + " could not be sent: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlayStoppedException("Interrupted while sending " + command, e);
    }
  }

  @Override
  public List<Answer> poll(Duration timeout) {
    var come = answers;
    answers = new ArrayList<>();
    return come;
  }

  @Override
  public void close() {
    clients.values().forEach(RegistryClient::close);
  }

  private RegistryClient client(String organisation) {
    return new RegistryClient(
        RegistrySettings.of(registry, issuer, organisation, "local-" + organisation, organisation));
  }

  private static CommandEnvelope envelope(DemoCommand command) {
    var document = Json.MAPPER.readTree(command.body());
    return new CommandEnvelope(
        command.id(),
        command.type(),
        document.required("source").stringValue(),
        command.subject(),
        document.path("actor").stringValue(null),
        document.path("correlationid").stringValue(null),
        null,
        document.required("data"));
  }
}
