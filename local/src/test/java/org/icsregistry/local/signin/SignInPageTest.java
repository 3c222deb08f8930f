package org.icsregistry.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does when somebody signs in, step by step over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class SignInPageTest {

  private static final String CALLBACK = "http://localhost:8080/login/oauth2/code/local";
  private static final String VERIFIER = "a".repeat(64);

  @TempDir static Path directory;

  private RunningSignIn signIn = new RunningSignIn(URI.create("http://localhost"), () -> {});
  private HttpClient browser = HttpClient.newHttpClient();

  @BeforeAll
  void start() {
    signIn = RunningSignIn.start(directory.resolve("key.json"));
  }

  @AfterAll
  void stop() {
    signIn.close();
  }

  @BeforeEach
  void openAFreshBrowser() {
    browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coordinator-RBV | RBV | coordinator | Volunteer coordinator, The Christie (RBV)",
        "coordinator-R0A | R0A | coordinator | Volunteer coordinator, Manchester University (R0A)",
        "ics-lead        | QOP | lead        | ICS lead",
        "auditor         | QOP | auditor     | Auditor",
        "operator        | QOP | operator    | Operator"
      })
  void a_person_who_presses_a_button_comes_back_with_a_code_for_tokens(
      String person, String organisation, String role, String job) throws Exception {
    JsonNode tokens = tokens(codeFor(person));
    assertThat(tokens.propertyNames()).as(tokens.toString()).contains("access_token", "id_token");
    for (String kind : List.of("access_token", "id_token")) {
      JWTClaimsSet claims = SignedJWT.parse(tokens.path(kind).asString()).getJWTClaimsSet();
      assertThat(claims.getSubject()).isEqualTo(person);
      assertThat(claims.getStringClaim("org")).isEqualTo(organisation);
      assertThat(claims.getStringListClaim("roles")).containsExactly(role);
      assertThat(claims.getStringClaim("name")).isEqualTo(job);
      assertThat(claims.getAudience())
          .containsExactly(kind.equals("id_token") ? "front-door" : "ics-volunteer-registry");
    }
    JsonNode info = userInfo(tokens.path("access_token").asString());
    assertThat(info.path("sub").asString()).isEqualTo(person);
    assertThat(info.path("org").asString()).isEqualTo(organisation);
    assertThat(info.path("roles").path(0).asString()).isEqualTo(role);
  }

  @Test
  void a_refresh_token_gets_a_new_access_token_for_the_same_person() throws Exception {
    JsonNode tokens = tokens(codeFor("ics-lead"));
    JsonNode renewed =
        tokenRequest(
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asString()));
    JWTClaimsSet claims =
        SignedJWT.parse(renewed.path("access_token").asString()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("ics-lead");
    assertThat(claims.getStringListClaim("roles")).containsExactly("lead");
  }

  @Test
  void a_code_is_worthless_without_the_verifier_of_its_challenge() throws Exception {
    JsonNode answer =
        tokenRequest(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                codeFor("auditor"),
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                "b".repeat(64)));
    assertThat(answer.path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void an_unknown_person_is_told_to_choose_from_the_list() throws Exception {
    HttpResponse<String> page = get(signIn.address().resolve("/sign-in"));
    HttpResponse<String> answer = press(page, "somebody-else");
    assertThat(location(answer).toString()).endsWith("/sign-in?error");
    assertThat(get(location(answer)).body())
        .contains("<title>Error: Sign in - ICS Volunteer Registry</title>", "There is a problem");
  }

  @Test
  void a_press_without_the_pages_own_secret_is_refused() throws Exception {
    HttpResponse<String> answer =
        post(signIn.address().resolve("/sign-in"), Map.of("person", "operator"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void the_page_works_without_scripts_and_loads_nothing_from_elsewhere() throws Exception {
    HttpResponse<String> page = get(signIn.address().resolve("/sign-in"));
    assertThat(page.body())
        .contains("<html lang=\"en-GB\">", "<main id=\"maincontent\">", "<h1>Sign in</h1>")
        .contains("Skip to main content", "<legend>Sign in as</legend>")
        .doesNotContain("<script", "http://", "https://", "{{");
    assertThat(Pattern.compile("<button ").matcher(page.body()).results().count())
        .isEqualTo(DemonstrationPerson.all("QOP").size());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(get(signIn.address().resolve("/sign-in.css")).headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
  }

  private String codeFor(String person) throws Exception {
    HttpResponse<String> start = get(authorizationRequest());
    HttpResponse<String> answer = press(get(location(start)), person);
    URI callback = location(get(location(answer)));
    assertThat(callback.toString()).startsWith(CALLBACK);
    Map<String, String> parameters = parameters(callback.getRawQuery());
    assertThat(parameters).containsEntry("state", "s1");
    return parameters.getOrDefault("code", "");
  }

  private URI authorizationRequest() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
    return signIn
        .address()
        .resolve(
            "/oauth2/authorize?"
                + form(
                    Map.of(
                        "response_type", "code",
                        "client_id", "front-door",
                        "redirect_uri", CALLBACK,
                        "scope", "openid profile",
                        "state", "s1",
                        "code_challenge_method", "S256",
                        "code_challenge",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(hash))));
  }

  private JsonNode tokens(String code) throws Exception {
    return tokenRequest(
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", CALLBACK,
            "code_verifier", VERIFIER));
  }

  private JsonNode tokenRequest(Map<String, String> parameters) throws Exception {
    String basic =
        Base64.getEncoder().encodeToString("front-door:local-front-door".getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(signIn.address().resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
            .build();
    return JsonMapper.shared().readTree(browser.send(request, BodyHandlers.ofString()).body());
  }

  private JsonNode userInfo(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(signIn.address().resolve("/userinfo"))
            .header("Authorization", "Bearer " + token)
            .build();
    return JsonMapper.shared().readTree(browser.send(request, BodyHandlers.ofString()).body());
  }

  private HttpResponse<String> press(HttpResponse<String> page, String person) throws Exception {
    var hidden = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(hidden.find()).isTrue();
    return post(
        signIn.address().resolve("/sign-in"),
        Map.of(hidden.group(1), hidden.group(2), "person", person));
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(URI address, Map<String, String> form) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(form)))
            .build(),
        BodyHandlers.ofString());
  }

  private URI location(HttpResponse<String> answer) {
    return signIn.address().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }
}
