package org.icsregistry.projection.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.icsregistry.client.AccessTokens;
import org.icsregistry.client.RegistryUnavailableException;
import org.icsregistry.client.SignInRefusedException;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.keys.RegistryAccess;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.kit.security.SignInProperties;
import org.icsregistry.projection.directory.GoodStanding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Asks onboarding-service, which knows by whose due dates something is late. This service asks with
 * its own token, so what the caller may see is decided here.
 */
@Component
public class Notices implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final TypeReference<List<Notice>> NOTICES = new TypeReference<>() {};

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final AccessTokens tokens;
  private final String address;
  private final GoodStanding standing;

  Notices(
      RegistryAccess registry,
      SignInProperties signIn,
      GoodStanding standing,
      Clock clock,
      @Value("${registry.onboarding.url}") String onboarding) {
    this.tokens = new AccessTokens(http, registry.settings(signIn, PATIENCE), clock);
    this.standing = standing;
    this.address = onboarding + "/v1/notices";
  }

  /**
   * The latest first: of the caller's organisation, of all for an office of the ICS.
   *
   * @param before only notices with a smaller number; absent for the first page
   * @throws Refusal when the caller may see none, or onboarding-service does not answer
   */
  public List<Notice> page(Caller caller, @Nullable Long before, int limit) {
    var query = "?limit=" + limit + (before == null ? "" : "&before=" + before);
    if (Access.allows(caller, Right.SEE_JOURNEYS, Bond.NONE)) {
      return ask(query);
    }
    Access.require(caller, Right.SEE_JOURNEYS, Bond.OWN);
    standing.require(caller);
    return ask(query + "&partner=" + caller.organisation());
  }

  private List<Notice> ask(String query) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address + query))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + tokens.token())
              .build();
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        LOG.warn("onboarding-service answers {} to a question for notices", answer.statusCode());
        throw away();
      }
      return Json.MAPPER.readValue(answer.body(), NOTICES);
    } catch (IOException
        | JacksonException
        | RegistryUnavailableException
        | SignInRefusedException e) {
      LOG.warn("Notices cannot be fetched at this moment", e);
      throw away();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away();
    }
  }

  private static Refusal away() {
    return new Refusal(
        ProblemCode.UNAVAILABLE,
        "onboarding-service to say what waits",
        "no answer at this moment",
        "try again in a minute");
  }

  @Override
  public void destroy() {
    http.close();
  }
}
