package org.icsregistry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.client.Answer.Accepted;
import org.icsregistry.client.Answer.Place;
import org.icsregistry.client.Answer.RecordedAs;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.client.Server.Scripted;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryClientTest {

  private static final String PERSON = "6f1d3c1e-3f0a-4b8e-9d3e-0f6f5f3c9a11";
  private final Server server = new Server();
  private final RegistryClient client =
      new RegistryClient(server.settings().withPatience(Duration.ofSeconds(5)));
  private final CommandEnvelope command =
      client.commands().of(PERSON, new LinkPartner(LocalDate.of(2026, 11, 1))).withId("c-1");

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void an_accepted_command_tells_what_stands_in_the_log() throws Exception {
    server.script.add(accepted());

    assertThat(client.send(command))
        .isEqualTo(
            new Accepted("c-1", PERSON, List.of(new RecordedAs("e1", "PartnerLinked.v1", 41))));
    var request = server.received.getFirst();
    assertThat(request.contentType()).isEqualTo("application/cloudevents+json");
    assertThat(request.authorization()).isEqualTo("Bearer token-1");
    assertThat(Json.MAPPER.readTree(request.body()))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"specversion":"1.0","id":"c-1","type":"LinkPartner.v1","source":"urn:org:RBV",
                 "subject":"%s","datacontenttype":"application/json",
                 "data":{"agreedOn":"2026-11-01"}}\
                """
                    .formatted(PERSON)));
  }

  @Test
  void a_refused_command_tells_the_rule_even_if_this_client_does_not_know_it() throws Exception {
    server.script.add(
        Scripted.of(
            422,
            """
            {"code":"A_RULE_OF_NEXT_YEAR","detail":"Expected: …","status":422,
             "errors":[{"pointer":"/data/agreedOn","expected":"a date"}]}\
            """));

    assertThat(client.send(command))
        .isEqualTo(
            new Refused(
                "c-1",
                422,
                "A_RULE_OF_NEXT_YEAR",
                "Expected: …",
                List.of(new Place("/data/agreedOn", "a date"))));
  }

  @Test
  void overload_is_waited_out_as_the_registry_asks() throws Exception {
    server.script.add(new Scripted(429, "{}", "1"));
    server.script.add(Scripted.of(503, "<html>a proxy's page</html>"));
    server.script.add(accepted());
    long begun = System.nanoTime();

    assertThat(client.send(command)).isInstanceOf(Accepted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(server.received).hasSize(3).allMatch(r -> r.body().contains("\"id\":\"c-1\""));
  }

  @Test
  void a_registry_that_stays_away_is_reported_within_the_patience() {
    try (var impatient =
        new RegistryClient(server.settings().withPatience(Duration.ofMillis(300)))) {
      assertThatThrownBy(() -> impatient.send(command))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("status 500")
          .hasMessageContaining("same command ids");
    }
  }

  @Test
  void the_token_is_kept_and_renewed_when_it_is_refused() throws Exception {
    server.script.add(accepted());
    server.script.add(Scripted.of(401, "{}"));
    server.script.add(accepted());

    client.send(command);
    client.send(command);

    assertThat(server.received.stream().map(Server.Received::authorization))
        .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
    assertThat(server.tokenRequests).hasSize(2).containsOnly("Basic UkJWOmxvY2FsLVJCVg==");
  }

  @Test
  void a_token_that_is_always_refused_is_not_asked_for_for_ever() {
    server.script.add(Scripted.of(401, "{}"));
    server.script.add(Scripted.of(401, "{}"));

    assertThatThrownBy(() -> client.send(command)).isInstanceOf(SignInRefusedException.class);
  }

  @Test
  void a_wrong_secret_is_told_at_once() {
    server.tokenAnswer = Scripted.of(401, "{\"error\":\"invalid_client\"}");

    assertThatThrownBy(() -> client.send(command))
        .isInstanceOf(SignInRefusedException.class)
        .hasMessageNotContaining("local-RBV");
  }

  @Test
  void a_batch_answers_each_command_and_sends_the_undecided_again() throws Exception {
    var other = command.withId("c-2");
    server.script.add(
        Scripted.of(
            200,
            """
            [{"id":"c-1","status":503,"problem":{"code":"UNDECIDED","detail":"d"}},
             {"id":"c-2","status":409,"problem":{"code":"ALREADY_LINKED","detail":"d"}}]\
            """));
    server.script.add(
        Scripted.of(200, "[{\"id\":\"c-1\",\"status\":201,\"subject\":\"s\",\"events\":[]}]"));

    assertThat(client.sendBatch(List.of(command, other)))
        .containsExactly(
            new Accepted("c-1", "s", List.of()),
            new Refused("c-2", 409, "ALREADY_LINKED", "d", List.of()));
    assertThat(server.received.get(0).contentType())
        .isEqualTo("application/cloudevents-batch+json");
    assertThat(Json.MAPPER.readTree(server.received.get(1).body()).size()).isEqualTo(1);
  }

  @Test
  void a_command_that_stays_undecided_does_not_hide_its_neighbours_answers() throws Exception {
    try (var impatient =
        new RegistryClient(server.settings().withPatience(Duration.ofMillis(300)))) {
      server.script.add(
          Scripted.of(
              200,
              """
              [{"id":"c-1","status":500,"problem":{"code":"UNDECIDED","detail":"d"}},
               {"id":"c-2","status":201,"subject":"s","events":[]}]\
              """));
      for (int i = 0; i < 10; i++) {
        server.script.add(
            Scripted.of(
                200, "[{\"id\":\"c-1\",\"status\":500,\"problem\":{\"code\":\"UNDECIDED\"}}]"));
      }

      var answers = impatient.sendBatch(List.of(command, command.withId("c-2")));

      assertThat(answers.get(0)).isInstanceOfSatisfying(Refused.class, r -> r.temporary());
      assertThat(answers.get(1)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void a_batch_that_is_refused_as_a_whole_says_why() {
    server.script.add(Scripted.of(413, "{\"code\":\"BATCH_TOO_LARGE\",\"detail\":\"less\"}"));

    assertThatThrownBy(() -> client.sendBatch(List.of(command)))
        .isInstanceOf(CommandsRefusedException.class)
        .hasMessage("413 BATCH_TOO_LARGE: less");
  }

  private static Scripted accepted() {
    return Scripted.of(
        201,
        """
        {"id":"c-1","subject":"%s","added":"later",
         "events":[{"id":"e1","type":"PartnerLinked.v1","logIndex":41}]}\
        """
            .formatted(PERSON));
  }

  @Test
  void a_client_with_a_key_sends_an_assertion_and_no_secret() throws Exception {
    var key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    server.script.add(accepted());
    try (var signing =
        new RegistryClient(server.settings().withKey(ClientKey.ofJwk(key.toJSONString())))) {
      assertThat(signing.send(command)).isInstanceOf(Accepted.class);
    }

    var form = server.tokenRequests.getLast();
    assertThat(form)
        .startsWith("grant_type=client_credentials&client_id=RBV&client_assertion_type=urn%3Aietf")
        .doesNotContain("local-RBV");
    var assertion = SignedJWT.parse(form.substring(form.lastIndexOf('=') + 1));
    assertThat(assertion.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
    assertThat(assertion.getJWTClaimsSet().getAudience())
        .containsExactly(server.settings().issuer().toString());
    assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotBlank();
  }

  @Test
  void a_key_that_is_none_is_refused_without_repeating_it() {
    assertThatThrownBy(() -> ClientKey.ofJwk("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one private key as a JWK")
        .hasMessageNotContaining("c2VjcmV0");
  }
}
