package org.icsregistry.registry.signature;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.fixture.Commands.HOST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Opened;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedFields;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.contracts.signature.CommandSignature;
import org.icsregistry.contracts.signature.CommandSigner;
import org.icsregistry.contracts.signature.SignatureDefect;
import org.icsregistry.contracts.signature.SignatureLedger;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.icsregistry.registry.fixture.Store;
import org.icsregistry.registry.keys.KeyRing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** A partner signs, the log keeps it, and whoever reads the log can check it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedCommandsTest {

  private final CommandSigner key = CommandSigner.generate("key-1");
  private RunningRegistry registry;
  private Store store;
  private String partner;

  @BeforeAll
  void aPartnerWithAKey() {
    registry = RunningRegistry.start();
    store = new Store(registry.database());
    partner = Commands.admitted(registry);
    registry.accept(partner, register(key));
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  private String register(CommandSigner signer) {
    return Commands.envelope(
        partner,
        "RegisterSigningKey.v1",
        partner,
        "{\"kid\":\"%s\",\"key\":%s,\"possession\":\"%s\"}"
            .formatted(
                signer.keyId(),
                Json.MAPPER.writeValueAsString(signer.publicKey()),
                signer.possession("urn:org:" + partner)));
  }

  private String signed(String envelope) {
    var node = (ObjectNode) Json.MAPPER.readTree(envelope);
    var type = MessageTypes.command(node.required("type").stringValue()).orElseThrow();
    return key.sign(node, SealedFields.of(type)).toString();
  }

  private Reply changed(String envelope, UnaryOperator<ObjectNode> change) {
    var node = (ObjectNode) Json.MAPPER.readTree(signed(envelope));
    return registry.send(partner, change.apply(node).toString());
  }

  private List<RecordedEvent> log() {
    return store
        .owner()
        .sql("select event from event_log order by log_index")
        .query((row, _) -> EventCodec.decode(row.getBytes(1)))
        .list();
  }

  @Test
  void signature_standsInTheLog_withoutPersonalValues_andHoldsThere() {
    var person = Commands.id();
    registry.accept(
        partner,
        signed(Commands.registerVolunteer(partner, person)),
        signed(Commands.recordTraining(partner, person, Commands.id())));
    var kept = log().stream().filter(e -> e.subject().equals(person)).toList();
    assertThat(kept).hasSize(3).allMatch(e -> e.signature() != null);
    assertThat(requireNonNull(kept.getFirst().signature()).evidence())
        .endsWith("~")
        .doesNotContain("~ey");
    var ledger = new SignatureLedger();
    assertThat(log()).allSatisfy(e -> assertThat(ledger.next(e)).isEmpty());
    var withKeys = new SignatureLedger(registry.bean(KeyRing.class));
    assertThat(log()).allSatisfy(e -> assertThat(withKeys.next(e)).isEmpty());
  }

  @Test
  void aSealedValueThatWasNotSigned_isFoundByWhoeverMayOpenIt_andAMissingOneByEverybody() {
    var person = Commands.id();
    var signed = signed(Commands.registerVolunteer(partner, person));
    registry.accept(partner, signed);
    var other = Commands.id();
    registry.accept(partner, Commands.registerVolunteer(partner, other));
    var log = log();
    var registered = about(log, person);
    var keys = registry.bean(KeyRing.class);
    var name =
        SealedValues.<PersonName>seal(
            keys.sealingKey(person, Category.CONTACT, false).key(),
            "RegisterVolunteer.name",
            registered.causationId(),
            "{\"given\":\"Another\",\"family\":\"Name\"}");
    var said = (VolunteerRegistered) registered.data();
    var resealed = new VolunteerRegistered(name, said.dateOfBirth(), said.contact());
    var moved =
        new VolunteerRegistered(
            ((VolunteerRegistered) about(log, other).data()).name(),
            said.dateOfBirth(),
            said.contact());
    var before = log.subList(0, Math.toIntExact(registered.logIndex()));
    assertThat(after(before, _ -> Optional.empty(), with(registered, resealed))).isEmpty();
    assertThat(after(before, keys, with(registered, resealed)))
        .contains(SignatureDefect.CONTENT_DIFFERS);
    assertThat(after(before, _ -> Optional.empty(), with(registered, moved)))
        .contains(SignatureDefect.CONTENT_DIFFERS);
    var undisclosed = requireNonNull(registered.signature()).evidence();
    assertThat(
            after(
                before,
                _ -> Optional.empty(),
                with(registered, said, new CommandSignature(undisclosed, null))))
        .contains(SignatureDefect.CONTENT_DIFFERS);
  }

  private static RecordedEvent about(List<RecordedEvent> log, String person) {
    return log.stream().filter(e -> e.subject().equals(person)).findFirst().orElseThrow();
  }

  private static Optional<SignatureDefect> after(
      List<RecordedEvent> before, KeySource keys, RecordedEvent event) {
    var ledger = new SignatureLedger(keys);
    before.forEach(ledger::next);
    return ledger.next(event);
  }

  private static RecordedEvent with(RecordedEvent e, Event data) {
    return with(e, data, requireNonNull(e.signature()));
  }

  private static RecordedEvent with(RecordedEvent e, Event data, CommandSignature signature) {
    return new RecordedEvent(
        e.logIndex(),
        e.id(),
        e.org(),
        e.subject(),
        e.recordedAt(),
        e.actor(),
        e.correlationId(),
        e.causationId(),
        data,
        signature);
  }

  @Test
  void disclosures_areSealed_andOpenWithThePersonsKey() {
    var person = Commands.id();
    registry.accept(partner, signed(Commands.registerVolunteer(partner, person)));
    var registered =
        log().stream().filter(e -> e.subject().equals(person)).findFirst().orElseThrow();
    var sealed =
        requireNonNull(requireNonNull(registered.signature()).disclosures()).split("~", -1);
    assertThat(sealed).hasSize(4).endsWith("");
    for (var jwe : List.of(sealed).subList(0, 3)) {
      var opened =
          SealedValues.open(
              new Sealed<String>(jwe), "disclosure", String.class, registry.bean(KeyRing.class));
      assertThat(opened).isInstanceOf(Opened.Known.class);
    }
  }

  @Test
  void theSameCommandSignedAnew_getsItsFirstAnswer() {
    var envelope = Commands.registerVolunteer(partner, Commands.id());
    var first = registry.send(partner, signed(envelope));
    var again = registry.send(partner, signed(envelope));
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void aSignatureForAnotherCommand_isRefused() {
    var envelope = Commands.registerVolunteer(partner, Commands.id());
    assertThat(changed(envelope, e -> e.put("subject", Commands.id())).code())
        .isEqualTo("SIGNATURE_CONTENT_DIFFERS");
    assertThat(changed(envelope, e -> e.put("id", Commands.id())).code())
        .isEqualTo("SIGNATURE_CONTENT_DIFFERS");
    assertThat(changed(envelope, e -> e.without("subject")).code())
        .isEqualTo("SIGNATURE_CONTENT_DIFFERS");
    assertThat(
            changed(
                    envelope,
                    e -> {
                      ((ObjectNode) e.required("data")).put("dateOfBirth", "1990-04-06");
                      return e;
                    })
                .code())
        .isEqualTo("SIGNATURE_CONTENT_DIFFERS");
  }

  @Test
  void whatIsNoSignature_isRefused() {
    var envelope = Commands.registerVolunteer(partner, Commands.id());
    assertThat(changed(envelope, e -> e.put("evidence", "a.b.c~")).code())
        .isEqualTo("SIGNATURE_MALFORMED");
    assertThat(changed(envelope, e -> e.put("evidence", "not base64!")).code())
        .isEqualTo("INVALID_ENVELOPE");
    assertThat(changed(envelope, e -> e.put("evidence", "a".repeat(24_001))).status())
        .isEqualTo(400);
  }

  @Test
  void aPersonalValueSignedInClear_isRefused_soThatItNeverReachesTheLog() {
    var node =
        (ObjectNode) Json.MAPPER.readTree(Commands.registerVolunteer(partner, Commands.id()));
    var reply = registry.send(partner, key.sign(node, Set.of("name")).toString());
    assertThat(reply.code()).isEqualTo("SIGNATURE_CONTENT_DIFFERS");
    assertThat(reply.body().toString()).doesNotContain("Planted");
  }

  @Test
  void onceRequired_nothingGoesWithoutASignature_untilTheHostLiftsIt() {
    var strict = Commands.admitted(registry);
    var own = CommandSigner.generate("own");
    var registration =
        Commands.envelope(
            strict,
            "RegisterSigningKey.v1",
            strict,
            "{\"kid\":\"own\",\"key\":%s,\"possession\":\"%s\"}"
                .formatted(
                    Json.MAPPER.writeValueAsString(own.publicKey()),
                    own.possession("urn:org:" + strict)));
    var rule = "{\"required\":%s}";
    registry.accept(
        strict,
        registration,
        Commands.envelope(strict, "RequireSignatures.v1", strict, rule.formatted(true)));
    var registerPerson = Commands.registerVolunteer(strict, Commands.id());
    assertThat(registry.send(strict, registerPerson).code()).isEqualTo("SIGNATURE_REQUIRED");
    registry.accept(
        HOST, Commands.envelope(HOST, "RequireSignatures.v1", strict, rule.formatted(false)));
    // A refused command keeps its answer, so this is a new one.
    registry.accept(strict, Commands.registerVolunteer(strict, Commands.id()));
  }
}
