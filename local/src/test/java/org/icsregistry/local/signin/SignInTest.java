package org.icsregistry.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class SignInTest {

  @TempDir static Path directory;

  private final HttpClient http = HttpClient.newHttpClient();
  private RunningSignIn signIn = new RunningSignIn(URI.create("http://localhost"), () -> {});

  @BeforeAll
  void start() {
    signIn = RunningSignIn.start(directory.resolve("key.json"));
  }

  @AfterAll
  void stop() {
    signIn.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RBV, RBV, partner",
    "T6Y0W, T6Y0W, partner",
    "607, 607, partner",
    "GB-CHC-1109984, GB-CHC-1109984, partner",
    "GB-COH-07527376, GB-COH-07527376, partner",
    "lead, QOP, lead",
    "auditor, QOP, auditor",
    "operator, QOP, operator",
    "onboarding, QOP, engine",
    "projection, QOP, reader",
    "registry, QOP, registry",
    "demonstration, QOP, demonstration"
  })
  void a_client_gets_a_token_that_names_its_organisation_and_role(
      String client, String organisation, String role) throws Exception {
    JWTClaimsSet claims = verified(accessToken(client));
    assertThat(claims.getSubject()).isEqualTo(client);
    assertThat(claims.getIssuer()).isEqualTo(signIn.address().toString());
    assertThat(claims.getAudience()).containsExactly("ics-volunteer-registry");
    assertThat(claims.getStringClaim("azp")).as("by which Kafka knows it").isEqualTo(client);
    assertThat(claims.getStringClaim("org")).isEqualTo(organisation);
    assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of(role));
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @CsvSource({"RBV, local-R0A", "lead, local-LEAD", "front-door, front-door"})
  void a_wrong_secret_is_refused(String client, String secret) throws Exception {
    HttpResponse<String> answer = requestToken(client, secret);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rbv", "RB", "TOOLONG", "GB-CHC-", "GB-CHC-12x", "QOP/../x", "root"})
  void a_client_id_that_is_no_organisation_code_is_refused(String client) throws Exception {
    assertThat(requestToken(client, "local-" + client).statusCode()).isEqualTo(401);
  }

  @Test
  void the_front_door_cannot_speak_for_itself() throws Exception {
    HttpResponse<String> answer = requestToken("front-door", "local-front-door");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isEqualTo("unauthorized_client");
  }

  @Test
  void tokens_outlive_a_restart_because_the_key_is_kept_for_the_owner_only() throws Exception {
    String token = accessToken("RBV");
    signIn.close();
    signIn = RunningSignIn.start(directory.resolve("key.json"));
    assertThat(verified(token).getSubject()).isEqualTo("RBV");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("key.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void the_discovery_document_names_this_issuer_and_no_private_key_is_served() throws Exception {
    JsonNode discovery = json(get("/.well-known/openid-configuration"));
    assertThat(discovery.path("issuer").asString()).isEqualTo(signIn.address().toString());
    assertThat(discovery.path("code_challenge_methods_supported").toString()).contains("S256");
    assertThat(json(get("/oauth2/jwks")).path("keys").path(0).propertyNames())
        .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    assertThat(JsonMapper.shared().readTree(SigningKey.publicKeys(directory.resolve("key.json"))))
        .as("what Kafka checks with")
        .isEqualTo(json(get("/oauth2/jwks")));
  }

  @Test
  void the_root_leads_to_the_front_door_and_everything_else_is_closed() throws Exception {
    HttpResponse<String> root = get("/");
    assertThat(root.headers().firstValue("Location")).contains("http://localhost:8080");
    assertThat(get("/elsewhere").statusCode()).isIn(302, 403);
  }

  private String accessToken(String client) throws Exception {
    HttpResponse<String> answer = requestToken(client, "local-" + client);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("access_token").asString();
  }

  private HttpResponse<String> requestToken(String client, String secret) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return http.send(
        HttpRequest.newBuilder(signIn.address().resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(signIn.address().resolve(path)).build(), BodyHandlers.ofString());
  }

  private JWTClaimsSet verified(String token) throws Exception {
    var jwt = SignedJWT.parse(token);
    assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    var key = JWKSet.parse(get("/oauth2/jwks").body()).getKeyByKeyId(jwt.getHeader().getKeyID());
    assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    return jwt.getJWTClaimsSet();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
