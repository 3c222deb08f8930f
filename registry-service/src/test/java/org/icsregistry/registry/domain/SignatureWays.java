package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.LAST_SIGNING_KEY;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PARTNER_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNATURE_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNATURE_RULE_UNCHANGED;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNATURE_WRONG;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNING_KEY_ALREADY_REGISTERED;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNING_KEY_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNING_KEY_UNUSABLE;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.PartnerCommand;
import org.icsregistry.contracts.message.PartnerCommand.AdoptRecognitionPolicy;
import org.icsregistry.contracts.message.PartnerCommand.RegisterSigningKey;
import org.icsregistry.contracts.message.PartnerCommand.RequireSignatures;
import org.icsregistry.contracts.message.PartnerCommand.WithdrawSigningKey;
import org.icsregistry.contracts.signature.CommandSignature;
import org.icsregistry.contracts.signature.CommandSigner;
import org.icsregistry.contracts.signature.SignedCommand;
import org.icsregistry.registry.command.SignedBy;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Keys that partners sign with, and what an unsigned or wrongly signed command meets. */
final class SignatureWays {

  private static final CommandSigner KEY = CommandSigner.generate("rbv-1");
  private static final CommandSigner NEXT = CommandSigner.generate("rbv-2");
  private static final PartnerCommand POLICY = new AdoptRecognitionPolicy(LAST_WEEK, List.of(), 12);

  private SignatureWays() {}

  static Stream<Way> all() {
    return Stream.of(
        new Way(
            OWN_ORGANISATION_ONLY,
            "the host registers a partner's key",
            w -> w.refuse(HOST, CHRISTIE, register(KEY))),
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner withdraws another's key",
            w -> keyed().refuse(MANCHESTER, CHRISTIE, new WithdrawSigningKey("rbv-1"))),
        new Way(
            OWN_ORGANISATION_ONLY,
            "the host requires a partner to sign",
            w -> keyed().refuse(HOST, CHRISTIE, new RequireSignatures(true))),
        new Way(
            PARTNER_UNKNOWN,
            "a stranger registers a key",
            w -> w.refuse("RXX", "RXX", register(KEY))),
        new Way(
            SIGNING_KEY_ALREADY_REGISTERED,
            "the id names a key",
            w -> keyed().refuse(CHRISTIE, CHRISTIE, register(CommandSigner.generate("rbv-1")))),
        new Way(
            SIGNING_KEY_ALREADY_REGISTERED,
            "the id named a key that is withdrawn",
            w -> {
              var world = keyed();
              world.accept(CHRISTIE, CHRISTIE, new WithdrawSigningKey("rbv-1"));
              return world.refuse(CHRISTIE, CHRISTIE, register(KEY));
            }),
        new Way(
            SIGNING_KEY_UNUSABLE,
            "the proof was made for another organisation",
            w ->
                w.refuse(
                    CHRISTIE,
                    CHRISTIE,
                    new RegisterSigningKey(
                        "rbv-1", KEY.publicKey(), KEY.possession("urn:org:R0A")))),
        new Way(
            SIGNING_KEY_UNUSABLE,
            "the proof was made with another key",
            w ->
                w.refuse(
                    CHRISTIE,
                    CHRISTIE,
                    new RegisterSigningKey(
                        "rbv-1", NEXT.publicKey(), KEY.possession("urn:org:RBV")))),
        new Way(
            SIGNING_KEY_UNKNOWN,
            "an unknown key is withdrawn",
            w -> w.refuse(CHRISTIE, CHRISTIE, new WithdrawSigningKey("rbv-9"))),
        new Way(
            SIGNING_KEY_UNKNOWN,
            "signatures are required without a key",
            w -> w.refuse(CHRISTIE, CHRISTIE, new RequireSignatures(true))),
        new Way(
            SIGNING_KEY_UNKNOWN,
            "a command is signed with a key that is not registered",
            w -> keyed().refuse(CHRISTIE, CHRISTIE, POLICY, signed(NEXT))),
        new Way(
            SIGNATURE_WRONG,
            "another key than the named one signed",
            w ->
                keyed()
                    .refuse(CHRISTIE, CHRISTIE, POLICY, signed(CommandSigner.generate("rbv-1")))),
        new Way(
            SIGNATURE_RULE_UNCHANGED,
            "signatures are not required and that is said again",
            w -> w.refuse(CHRISTIE, CHRISTIE, new RequireSignatures(false))),
        new Way(
            SIGNATURE_REQUIRED,
            "an unsigned command comes from a partner that must sign",
            w -> strict().refuse(CHRISTIE, CHRISTIE, POLICY)),
        new Way(
            SIGNATURE_REQUIRED,
            "the next key is not vouched for by the last",
            w -> strict().refuse(CHRISTIE, CHRISTIE, register(NEXT))),
        new Way(
            SIGNATURE_REQUIRED,
            "the rule is lifted by whoever holds no key",
            w -> strict().refuse(CHRISTIE, CHRISTIE, new RequireSignatures(false))),
        new Way(
            LAST_SIGNING_KEY,
            "the last key is withdrawn though signatures are required",
            w ->
                strict().refuse(CHRISTIE, CHRISTIE, new WithdrawSigningKey("rbv-1"), signed(KEY))));
  }

  private static RegisterSigningKey register(CommandSigner key) {
    return new RegisterSigningKey(
        key.keyId(), key.publicKey(), key.possession("urn:org:" + CHRISTIE));
  }

  private static World keyed() {
    var world = new World();
    world.accept(CHRISTIE, CHRISTIE, register(KEY));
    return world;
  }

  private static World strict() {
    var world = keyed();
    world.accept(CHRISTIE, CHRISTIE, new RequireSignatures(true));
    return world;
  }

  /** What is signed does not matter here: the intake has compared it with the envelope. */
  private static SignedBy signed(CommandSigner key) {
    var envelope =
        Json.MAPPER
            .createObjectNode()
            .put("id", "c")
            .put("type", "t")
            .put("source", "s")
            .put("subject", "s");
    envelope.putObject("data");
    var evidence = key.sign(envelope, Set.of()).required("evidence").stringValue();
    return new SignedBy(SignedCommand.parse(evidence), new CommandSignature(evidence, null));
  }
}
