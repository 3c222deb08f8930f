package org.icsregistry.registry.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data keys are for the registry's own services and for nobody else. */
class KeyApiTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String PARTNER = Commands.admitted(REGISTRY);

  @ParameterizedTest
  @ValueSource(strings = {"engine", "reader"})
  void servicesThatMayOpen_getKeys(String role) {
    var kid = aKey();
    var reply = ask(role, "{\"kids\":[\"%s\",\"%s.gone\"]}".formatted(kid, kid));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("keys")).hasSize(1);
    assertThat(reply.body().at("/keys/0/kid").asString("")).isEqualTo(kid);
    assertThat(reply.body().at("/keys/0/k").asString("")).matches("[A-Za-z0-9_-]{43}");
    assertThat(reply.response().headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "lead", "auditor", "operator"})
  void everybodyElse_getsNone(String role) {
    var reply = ask(role, "{\"kids\":[\"%s\"]}".formatted(aKey()));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("NOT_ALLOWED");
    assertThat(reply.body().has("keys")).isFalse();
  }

  @Test
  void withoutAToken_thereAreNone() {
    var reply =
        REGISTRY.exchange(
            HttpRequest.newBuilder(REGISTRY.uri("/v1/keys"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"kids\":[]}"))
                .build());
    assertThat(reply.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{}", "{\"kids\":null}", "{\"kids\":7}", "{\"kids\":[null]}"})
  void aMalformedQuestion_isRefused(String body) {
    assertThat(ask("engine", body).code()).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void anIdThatCannotBeOne_isReadAsErased() {
    var reply =
        ask(
            "engine",
            "{\"kids\":[\"\\u0000\",\"\",\"' or 1=1\",\"%s\"]}".formatted("x".repeat(5000)));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("keys")).isEmpty();
  }

  @Test
  void tooManyIds_areRefused() {
    var kids = String.join(",", Collections.nCopies(1001, "\"k\""));
    assertThat(ask("engine", "{\"kids\":[" + kids + "]}").code()).isEqualTo("BATCH_TOO_LARGE");
  }

  private static String aKey() {
    var person = Commands.id();
    REGISTRY.accept(PARTNER, Commands.registerVolunteer(PARTNER, person));
    List<String> kids =
        REGISTRY
            .store()
            .owner()
            .sql("select kid from keys.subject_key where subject = ?")
            .param(person)
            .query((row, _) -> row.getString(1))
            .list();
    return kids.getFirst();
  }

  private static Reply ask(String role, String body) {
    return REGISTRY.post(
        "/v1/keys", "application/json", body, REGISTRY.signIn().token("QOP", role));
  }
}
