package org.icsregistry.registry.partner;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.List;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.PartnerCommand.RegisterSigningKey;
import org.icsregistry.contracts.message.PartnerCommand.RequireSignatures;
import org.icsregistry.contracts.message.PartnerCommand.WithdrawSigningKey;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PartnerEvent.SignaturesRequired;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyRegistered;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyWithdrawn;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.signature.KeyPossession;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;

/** The keys a partner signs with. */
final class SigningKeys {

  private SigningKeys() {}

  static List<PartnerEvent> register(Partner state, RegisterSigningKey c, CommandContext context) {
    PartnerAggregate.known(state, context);
    itself(state, context);
    if (state.signing().registered().containsKey(c.kid())) {
      throw new Refusal(
          SIGNING_KEY_ALREADY_REGISTERED,
          "an id that names no key yet",
          c.kid() + ", which names one",
          "choose a new id; what was signed under an id is checked with its key for ever");
    }
    if (!c.key().usable()
        || !KeyPossession.shows(c.possession(), c.key(), Source.of(state.code()), c.kid())) {
      throw new Refusal(
          SIGNING_KEY_UNUSABLE,
          "an Ed25519 or P-256 key, and a JWS by it over {\"source\":\""
              + Source.of(state.code())
              + "\",\"kid\":\""
              + c.kid()
              + "\"}",
          "a key or a proof that does not fit",
          "bin/sign --new-key shows what to send");
    }
    return List.of(new SigningKeyRegistered(c.kid(), c.key(), c.possession()));
  }

  static List<PartnerEvent> withdraw(Partner state, WithdrawSigningKey c, CommandContext context) {
    PartnerAggregate.known(state, context);
    Guards.forOwnOrganisation(context, state.code());
    if (state.signingKey(c.kid()).isEmpty()) {
      throw unknown(state, c.kid());
    }
    if (state.signaturesRequired() && state.signing().inForce() == 1) {
      throw new Refusal(
          LAST_SIGNING_KEY,
          "another key in force, since " + state.code() + " requires signatures",
          c.kid() + ", the last one",
          "send RegisterSigningKey for the next key first, or RequireSignatures with required false");
    }
    return List.of(new SigningKeyWithdrawn(c.kid()));
  }

  static List<PartnerEvent> require(Partner state, RequireSignatures c, CommandContext context) {
    PartnerAggregate.known(state, context);
    if (c.required()) {
      itself(state, context);
    } else {
      Guards.forOwnOrganisation(context, state.code());
    }
    if (state.signaturesRequired() == c.required()) {
      throw new Refusal(
          SIGNATURE_RULE_UNCHANGED,
          "required " + !c.required() + ", because the other is so already",
          "required " + c.required(),
          "nothing");
    }
    if (c.required() && state.signing().inForce() == 0) {
      throw new Refusal(
          SIGNING_KEY_UNKNOWN,
          "a registered key of " + state.code(),
          "none",
          "send RegisterSigningKey first");
    }
    return List.of(new SignaturesRequired(c.required()));
  }

  /** Not even the host: a key speaks for the partner alone. */
  private static void itself(Partner state, CommandContext context) {
    if (!context.sender().equals(state.code())) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          state.code() + " as sender",
          context.sender() + " acting for " + state.code(),
          "let " + state.code() + " send it: its signature is its own");
    }
  }

  private static Refusal unknown(Partner state, String kid) {
    return new Refusal(
        SIGNING_KEY_UNKNOWN,
        "a key that signs for " + state.code(),
        kid + ", which does not",
        "correct the id");
  }
}
