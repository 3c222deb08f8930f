package org.icsregistry.projection.signin;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.icsregistry.projection.fixture.App;
import org.junit.jupiter.api.Test;

/** What is demanded of how people sign in is asked of their sign-in service. */
class StepUpTest {

  private static final String CIS2 = "--registry.signin.claims.levels=AAL3_ANY,AAL2_OR_AAL3_ANY";

  @Test
  void anIssuerThatIsAsked_stepsUp_andThePersonIsLetIn() throws Exception {
    try (var strict = App.still(_ -> List.of(CIS2))) {
      assertThat(get(strict, HttpClient.Redirect.ALWAYS, "/audit").body()).contains("Sign out");

      assertThat(asked(strict, "local"))
          .contains("acr_values=AAL3_ANY%20AAL2_OR_AAL3_ANY")
          .contains("code_challenge_method=S256", "state=", "nonce=");
    }
  }

  @Test
  void eachIssuer_isAskedForItsOwnLevels_inItsOwnWay() throws Exception {
    try (var several =
        App.still(main ->
            List.of(
                "--registry.front-door.issuers.login.title=NHS login",
                "--registry.front-door.issuers.login.address=" + main.issuer(),
                "--registry.front-door.issuers.login.client.id=front-door",
                "--registry.front-door.issuers.login.client.secret=s",
                "--registry.front-door.issuers.login.claims.level=vot",
                "--registry.front-door.issuers.login.claims.levels=P9.Cp.Cd,P9.Cm"))) {
      assertThat(asked(several, "login"))
          .contains("vtr=%5B%22P9.Cp.Cd%22,%22P9.Cm%22%5D")
          .doesNotContain("acr_values");
      assertThat(asked(several, "local")).doesNotContain("acr_values", "vtr=");
    }
  }

  private static String asked(App app, String issuer) throws Exception {
    return get(app, HttpClient.Redirect.NEVER, "/oauth2/authorization/" + issuer)
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static HttpResponse<String> get(App app, HttpClient.Redirect redirects, String path)
      throws Exception {
    try (var browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(redirects)
            .build()) {
      return browser.send(HttpRequest.newBuilder(URI.create(app.url() + path)).build(), ofString());
    }
  }
}
