package org.icsregistry.projection.signin;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How people get in and out, and what their browser is told. */
class SignInTest {

  private static App app;

  @BeforeAll
  static void start() {
    app = App.still();
    app.signIn.signsIn(new Who("RBV", "coordinator", "Volunteer coordinator, The Christie"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void start_isOpen_andOffersToSignIn() throws Exception {
    var page = get(browser(), "/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Sign in").doesNotContain("Sign out");
  }

  @Test
  void deepLink_isFollowed_afterSigningIn() throws Exception {
    var page = get(browser(), "/audit?org=RBV");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/audit");
    assertThat(page.uri().getQuery()).startsWith("org=RBV");
    assertThat(page.body()).contains("Volunteer coordinator, The Christie").contains("Sign out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/audit", "/passports/3f2504e0-4f89-41d3-9a0c-0305e82c3301", "/nothing"})
  void pages_sendStrangersToTheSignInService(String path) throws Exception {
    var stranger = HttpClient.newHttpClient();

    var first = get(stranger, path);

    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(first.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("/oauth2/authorization/local"));
  }

  @Test
  void session_isKeptInACookie_thatScriptsAndOtherSitesDoNotGet() throws Exception {
    var answer = get(HttpClient.newHttpClient(), "/oauth2/authorization/local");

    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie ->
            assertThat(cookie)
                .startsWith("REGISTRY_SESSION=")
                .contains("HttpOnly")
                .contains("SameSite=Lax"));
  }

  @Test
  void authorization_usesTheCodeFlowWithProofKey() throws Exception {
    var answer = get(HttpClient.newHttpClient(), "/oauth2/authorization/local");

    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(app.signIn.issuer() + "/oauth2/authorize?")
        .contains("response_type=code")
        .contains("code_challenge_method=S256")
        .contains("scope=openid%20profile");
  }

  @Test
  void pages_forbidEverythingForeign() throws Exception {
    var page = get(browser(), "/");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("style-src 'self';")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self' " + app.signIn.issuer())
                .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(page.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
    assertThat(page.headers().firstValue("Strict-Transport-Security"))
        .as("says nothing without TLS")
        .isEmpty();
    assertThat(page.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
    assertThat(page.body()).doesNotContain("<style").doesNotContain(" style=");
  }

  @Test
  void signOut_endsTheSession_hereAndAtTheSignInService() throws Exception {
    var cookies = new CookieManager();
    var person = browser(cookies);
    var page = get(person, "/audit");

    var out = post(person, "/sign-out", "_csrf=" + csrf(page.body()));

    assertThat(out.uri().getPath()).isEqualTo("/");
    assertThat(out.body())
        .contains("Sign in")
        .doesNotContain("Sign out")
        .doesNotContain("You were signed out");
    assertThat(out.previousResponse().orElseThrow().uri().getPath()).isEqualTo("/connect/logout");
  }

  @Test
  void signOut_isRefused_withoutTheFormsToken() throws Exception {
    var person = browser();
    get(person, "/audit");

    assertThat(post(person, "/sign-out", "").statusCode()).isEqualTo(403);
    assertThat(get(person, "/audit").statusCode()).isEqualTo(200);
  }

  @Test
  void session_thatIsOver_leadsToAPageThatSaysSo() throws Exception {
    var cookies = new CookieManager();
    cookies
        .getCookieStore()
        .add(URI.create(app.url()), HttpCookie.parse("REGISTRY_SESSION=gone; Path=/").getFirst());

    var page = get(browser(cookies), "/audit");

    assertThat(page.uri().getQuery()).isEqualTo("session=over");
    assertThat(page.body()).contains("You were signed out").contains("Sign in");
  }

  @Test
  void session_endsAfterItsLongestTime_howeverBusyItIs() throws Exception {
    try (var impatient = App.still(_ -> List.of("--registry.front-door.longest-session=2s"))) {
      var person = browser();
      var signedIn = get(impatient, person, "/audit");
      assertThat(signedIn.body()).contains("Sign out");

      Awaitility.await()
          .until(() -> get(impatient, person, "/audit").body().contains("You were signed out"));
    }
  }

  /** Every form that changes something is listed by the handlers themselves. */
  @Test
  void everyForm_isRefused_withoutItsToken() throws Exception {
    var forms =
        app
            .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .filter(
                to -> !Set.of(RequestMethod.GET).containsAll(to.getMethodsCondition().getMethods()))
            .flatMap(to -> to.getPatternValues().stream())
            .filter(path -> !path.startsWith("/v1/"))
            .map(path -> path.replaceAll("\\{[a-z]+}", "x"))
            .toList();
    assertThat(forms).contains("/my-sharing", "/my-sharing/stop");
    var person = browser();
    get(person, "/audit");

    for (var form : forms) {
      assertThat(post(person, form, "grant=x").statusCode()).as(form).isEqualTo(403);
      assertThat(post(person, form, "grant=x&_csrf=guessed").statusCode()).as(form).isEqualTo(403);
    }
  }

  @Test
  void behindTls_theCookieIsOfThisHostAlone_andBrowsersAreToldToStay() throws Exception {
    try (var behindTls = App.still(_ -> List.of("--spring.profiles.active=tls"))) {
      var request =
          HttpRequest.newBuilder(URI.create(behindTls.url() + "/oauth2/authorization/local"))
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-Host", "registry.example.org")
              .header("X-Forwarded-Port", "443")
              .build();
      var answer = HttpClient.newHttpClient().send(request, ofString());

      assertThat(answer.headers().firstValue("Set-Cookie"))
          .hasValueSatisfying(cookie ->
              assertThat(cookie)
                  .startsWith("__Host-REGISTRY_SESSION=")
                  .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                  .doesNotContain("Domain"));
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .hasValueSatisfying(told -> assertThat(told).contains("max-age=31536000"));
      assertThat(answer.headers().firstValue("Location"))
          .hasValueSatisfying(to ->
              assertThat(to).contains("redirect_uri=https://registry.example.org/login/oauth2"));
    }
  }

  @Test
  void ofSeveralSignInServices_peopleChooseOne_andItsClaimsAreMapped() throws Exception {
    try (var several =
        App.still(main ->
            List.of(
                "--registry.front-door.issuers.trust.title=The Christie's account",
                "--registry.front-door.issuers.trust.address=" + main.issuer(),
                "--registry.front-door.issuers.trust.client.id=front-door",
                "--registry.front-door.issuers.trust.client.secret=s",
                "--registry.front-door.issuers.trust.claims.organisations=RBV",
                "--registry.front-door.issuers.trust.claims.offices.auditor=Registry.Auditor"))) {
      var choices = get(several, browser(), "/audit");
      assertThat(choices.body())
          .contains("/oauth2/authorization/trust")
          .contains("The Christie&#39;s account")
          .contains("/oauth2/authorization/local");

      several.signIn.signsIn(new Who("RBV", "Registry.Auditor", "Somebody"));
      assertThat(get(several, browser(), "/oauth2/authorization/trust").body())
          .contains("Sign out")
          .contains("Open the audit trail");
      several.signIn.signsIn(new Who("RBV", "auditor", "Somebody"));
      assertThat(get(several, browser(), "/oauth2/authorization/trust").body())
          .as("its own names count for nothing")
          .contains("Sign out")
          .doesNotContain("Open the audit trail");
      several.signIn.signsIn(new Who("R0A", "Registry.Auditor", "Somebody"));
      assertThat(get(several, browser(), "/oauth2/authorization/trust").body())
          .as("it may not speak for another organisation")
          .contains("You are not signed in");
    }
  }

  @Test
  void whoSignedInByLessThanIsAskedFor_isNotLetIn_systemsAre() throws Exception {
    try (var strict =
        App.still(_ ->
            List.of(
                "--registry.signin.claims.level=amr", "--registry.signin.claims.levels=mfa,hwk"))) {
      strict.signIn.methods("pwd");
      assertThat(get(strict, browser(), "/audit").body()).contains("You are not signed in");
      var token = strict.signIn.token("RBV", "coordinator");
      var refused = Web.at(strict.port()).with(token).get("/v1/audit");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(
              told -> assertThat(told).contains("insufficient_user_authentication"));
      assertThat(strict.as("RBV", "engine").get("/v1/audit").statusCode()).isEqualTo(200);

      strict.signIn.methods("pwd", "mfa");
      assertThat(get(strict, browser(), "/audit").body()).contains("Sign out");
      assertThat(strict.as("QOP", "lead").get("/v1/audit").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void session_isNoToken_forTheInterfaceOfSystems() throws Exception {
    var person = browser();
    get(person, "/audit");

    assertThat(get(person, "/v1/audit").statusCode()).isEqualTo(401);
  }

  @Test
  void token_isNoSession_forThePages() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(app.url() + "/audit"))
            .header("Authorization", "Bearer " + app.signIn.token("RBV", "coordinator"))
            .build();

    assertThat(HttpClient.newHttpClient().send(request, ofString()).statusCode()).isEqualTo(302);
  }

  /** As operators set it. */
  @Test
  void frontDoor_isSet_byEnvironmentVariables() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                    "REGISTRY_FRONTDOOR_CLIENT_ID", "front-door",
                    "REGISTRY_FRONTDOOR_CLIENT_SECRET", "secret")));
    ConfigurationPropertySources.attach(environment);

    assertThat(environment.containsProperty("registry.front-door.client.id")).isTrue();
    var client =
        Binder.get(environment).bind("registry.front-door", FrontDoor.class).get().client();
    assertThat(client).isEqualTo(new FrontDoor.Client("front-door", "secret", null));
    assertThat(client).hasToString("Client[front-door]");
  }

  private static HttpClient browser() {
    return browser(new CookieManager());
  }

  private static HttpClient browser(CookieManager cookies) {
    return HttpClient.newBuilder()
        .cookieHandler(cookies)
        .followRedirects(HttpClient.Redirect.ALWAYS)
        .build();
  }

  private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
    return get(app, browser, path);
  }

  private static HttpResponse<String> get(App app, HttpClient browser, String path)
      throws Exception {
    return browser.send(HttpRequest.newBuilder(URI.create(app.url() + path)).build(), ofString());
  }

  private static HttpResponse<String> post(HttpClient browser, String path, String form)
      throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(app.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        ofString());
  }

  private static String csrf(String page) {
    var mark = "name=\"_csrf\" value=\"";
    int from = page.indexOf(mark) + mark.length();
    return page.substring(from, page.indexOf('"', from));
  }
}
