package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input over HTTP: refused by name, explained, never repeated, and nothing recorded. */
class BadInputOverHttpTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final String PARTNER = Commands.admitted(REGISTRY);
  private static final String PERSON = Commands.id();

  static Stream<BadInput> inputs() {
    REGISTRY.send(PARTNER, Commands.registerVolunteer(PARTNER, PERSON));
    return BadInput.all(PARTNER, PERSON);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void badInput_isRefusedAndExplained(BadInput input) {
    long before = REGISTRY.store().size();
    var reply =
        REGISTRY.post(
            "/v1/commands",
            Commands.ONE,
            input.body(),
            REGISTRY.signIn().token(PARTNER, "partner"));

    assertThat(reply.code()).isEqualTo(input.code().name());
    assertThat(reply.status()).isEqualTo(input.code().status());
    explains(reply);
    assertThat(REGISTRY.store().size()).isEqualTo(before);
  }

  private static void explains(Reply reply) {
    assertThat(reply.response().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    for (var member : new String[] {"type", "title", "detail", "expected", "received", "remedy"}) {
      assertThat(reply.body().path(member).asString("")).as(member).isNotBlank();
    }
    assertThat(reply.response().body()).doesNotContain(BadInput.MARKER);
  }

  @Test
  void anotherContentType_isRefused() {
    var reply =
        REGISTRY.post(
            "/v1/commands",
            "application/json",
            Commands.link(PARTNER, PERSON),
            REGISTRY.signIn().token(PARTNER, "partner"));
    assertThat(reply.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void aSuspendedPartner_isToldSo() {
    var suspended = Commands.admitted(REGISTRY);
    REGISTRY.accept(Commands.HOST, Commands.suspend(suspended));
    var reply = REGISTRY.send(suspended, Commands.link(suspended, PERSON));
    assertThat(reply.code()).isEqualTo("PARTNER_SUSPENDED");
    explains(reply);
  }

  @Test
  void theHostsCommandForASuspendedPartner_isRefusedToo() {
    var suspended = Commands.admitted(REGISTRY);
    var person = Commands.id();
    REGISTRY.accept(suspended, Commands.registerVolunteer(suspended, person));
    REGISTRY.accept(Commands.HOST, Commands.suspend(suspended));
    var clear =
        Commands.clear(suspended, person, "QOP.ANY").replace("urn:org:" + suspended, "urn:org:QOP");
    assertThat(REGISTRY.send("QOP", clear).code()).isEqualTo("PARTNER_SUSPENDED");
  }
}
