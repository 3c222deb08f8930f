package org.icsregistry.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.icsregistry.client.AccessTokens;
import org.icsregistry.client.ClientKey;
import org.icsregistry.client.RegistrySettings;
import org.icsregistry.client.SignInRefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Systems that sign in with a key of their own. */
@TestInstance(Lifecycle.PER_CLASS)
class ClientAssertionsTest {

  @TempDir static Path directory;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ECKey key = newKey();
  private RunningSignIn signIn = new RunningSignIn(URI.create("http://localhost"), () -> {});

  @BeforeAll
  void start() throws Exception {
    var keys = Files.createDirectories(directory.resolve("clients"));
    Files.writeString(keys.resolve("RBV.json"), new JWKSet(key.toPublicJWK()).toString());
    signIn = RunningSignIn.start(directory.resolve("key.json"));
  }

  @AfterAll
  void stop() {
    signIn.close();
  }

  @Test
  void the_client_library_gets_a_token_with_its_key() throws Exception {
    var token = tokens("RBV", key).token();

    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("org")).isEqualTo("RBV");
  }

  @Test
  void another_key_another_client_and_no_key_are_refused() {
    for (var other : new AccessTokens[] {tokens("RBV", newKey()), tokens("R0A", key)}) {
      assertThatThrownBy(other::token).isInstanceOf(SignInRefusedException.class);
    }
  }

  @Test
  void an_assertion_is_good_once() throws Exception {
    var assertion = assertion(c -> c);

    assertThat(present(assertion).statusCode()).isEqualTo(200);
    assertThat(present(assertion).statusCode()).isEqualTo(401);
  }

  @Test
  void a_spoiled_assertion_is_refused() throws Exception {
    var now = Instant.now();
    refused(assertion(c -> c.expirationTime(Date.from(now.minusSeconds(120)))));
    refused(assertion(c -> c.expirationTime(Date.from(now.plusSeconds(3600)))));
    refused(assertion(c -> c.expirationTime(null)));
    refused(assertion(c -> c.jwtID(null)));
    refused(assertion(c -> c.audience("http://elsewhere")));
    refused(assertion(c -> c.issuer("R0A")));
    refused(assertion(c -> c.subject("R0A")));
    refused(new PlainJWT(claims().build()).serialize());
  }

  private void refused(String assertion) throws Exception {
    var answer = present(assertion);
    assertThat(answer.statusCode()).as(assertion).isEqualTo(401);
    assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
  }

  private AccessTokens tokens(String client, ECKey with) {
    var address = signIn.address().toString();
    var settings = RegistrySettings.of(address, address, client, "", client);
    return new AccessTokens(
        http, settings.withKey(ClientKey.ofJwk(with.toJSONString())), Clock.systemUTC());
  }

  private JWTClaimsSet.Builder claims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("RBV")
        .subject("RBV")
        .audience(signIn.address().toString())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)));
  }

  private String assertion(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    var jwt = new SignedJWT(header, change.apply(claims()).build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private HttpResponse<String> present(String assertion) throws Exception {
    var form =
        "grant_type=client_credentials&client_id=RBV&client_assertion_type="
            + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", UTF_8)
            + "&client_assertion="
            + assertion;
    return http.send(
        HttpRequest.newBuilder(signIn.address().resolve("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("rbv-1").generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
