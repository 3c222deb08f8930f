package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the read side may send, in the office in which it asks, and nothing beyond. */
class LookCommandsTest {

  private final RunningRegistry registry = RunningRegistry.shared();
  private final String partner = Commands.admitted(registry);
  private final String person = Commands.id();

  LookCommandsTest() {
    registry.accept(partner, Commands.registerVolunteer(partner, person));
  }

  @Test
  void theReadSide_saysWhoLooked() {
    assertThat(fromReadSide("NoteLook.v1", look()).status()).isEqualTo(201);
  }

  @Test
  void thePartnerItself_doesNot() {
    var command = Commands.envelope(partner, "NoteLook.v1", person, look());
    assertThat(registry.send(partner, command).code()).isEqualTo("HOST_ONLY");
  }

  @Test
  void anEmergency_isPassedOnForAPartner_orSentByIt_andItsExplanationIsSealed() {
    var passedOn = named(Commands.envelope(Commands.HOST, "BreakGlass.v1", person, emergency()));
    assertThat(as(Commands.HOST, "reader", passedOn).status()).isEqualTo(201);
    var own = named(Commands.envelope(partner, "BreakGlass.v1", person, emergency()));
    assertThat(registry.send(partner, own).status()).isEqualTo(201);

    var stored =
        registry
            .store()
            .owner()
            .sql("select convert_from(event, 'UTF8') from event_log where subject = ?")
            .param(person)
            .query(String.class)
            .list();
    assertThat(stored.toString()).contains("GlassBroken.v1").doesNotContain("Somebody may");
  }

  @Test
  void anEmergency_isSaidByAPerson_whoIsNamed_orSignedIn() {
    var unnamed = Commands.envelope(partner, "BreakGlass.v1", person, emergency());

    assertThat(as(partner, "partner", unnamed).code()).isEqualTo("ACTOR_REQUIRED");
    assertThat(fromReadSide("BreakGlass.v1", emergency()).code()).isEqualTo("ACTOR_REQUIRED");
    assertThat(registry.store().typesAbout(person)).doesNotContain("GlassBroken.v1");
    var signedIn = Commands.envelope(partner, "BreakGlass.v1", person, emergency());
    assertThat(as(partner, "coordinator", signedIn).status()).isEqualTo(201);
  }

  @Test
  void aPersonWhoIsSignedIn_answersForAnEmergencyThemselves_andForNobodyElse() {
    var colleague = named(Commands.envelope(partner, "BreakGlass.v1", person, emergency()));
    assertThat(as(partner, "coordinator", colleague).code()).isEqualTo("NOT_ALLOWED");
    assertThat(registry.store().typesAbout(person)).doesNotContain("GlassBroken.v1");

    var self =
        Commands.envelope(partner, "BreakGlass.v1", person, emergency())
            .replaceFirst("\"data\"", "\"actor\":\"somebody\",\"data\"");
    assertThat(as(partner, "coordinator", self).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"administrator", "engine"})
  void anEmergency_isNotSaid_byWhoeverDoesNotKnowThePerson(String office) {
    var command = Commands.envelope(partner, "BreakGlass.v1", person, emergency());
    assertThat(as(partner, office, command).code()).isEqualTo("NOT_ALLOWED");
    assertThat(registry.store().typesAbout(person)).doesNotContain("GlassBroken.v1");
  }

  @Test
  void nothingElse_isTakenFromTheReadSide() {
    var reply = fromReadSide("LinkPartner.v1", "{\"agreedOn\":\"2026-01-01\"}");
    assertThat(reply.code()).isEqualTo("NOT_ALLOWED");
  }

  private Reply fromReadSide(String type, String data) {
    return as(Commands.HOST, "reader", Commands.envelope(Commands.HOST, type, person, data));
  }

  private Reply as(String organisation, String office, String command) {
    var token = registry.signIn().token(organisation, office);
    return registry.post("/v1/commands", Commands.ONE, command, token);
  }

  private static String named(String command) {
    return command.replaceFirst("\"data\"", "\"actor\":\"u-1042\",\"data\"");
  }

  private String look() {
    return """
    {"partner":"%s","viewer":"u-7","office":"COORDINATOR","ground":"GRANT",\
    "viewedAt":"2026-01-05T10:15:30.123456789Z"}\
    """
        .formatted(partner);
  }

  private String emergency() {
    return """
    {"partner":"%s","reason":"IMMINENT_RISK","explanation":{"text":"Somebody may come to harm"}}\
    """
        .formatted(partner);
  }
}
