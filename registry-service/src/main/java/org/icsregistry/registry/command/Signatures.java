package org.icsregistry.registry.command;

import static org.icsregistry.contracts.problem.ProblemCode.SIGNATURE_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNATURE_WRONG;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNING_KEY_UNKNOWN;

import org.icsregistry.contracts.problem.Refusal;

/** Whether the sender signed as it said it would; the same question an auditor asks of the log. */
final class Signatures {

  private Signatures() {}

  static void check(CommandContext context) {
    var sender = context.facts().partner(context.sender());
    var signed = context.origin().signedBy();
    if (signed == null) {
      if (sender.signaturesRequired()) {
        throw new Refusal(
            SIGNATURE_REQUIRED,
            "a command signed by " + context.sender() + ", which requires that of its commands",
            "one without the attribute evidence",
            "sign it with a registered key; docs/partner-guide.md shows how");
      }
      return;
    }
    var keyId = signed.command().keyId();
    var key =
        sender
            .signingKey(keyId)
            .orElseThrow(() ->
                new Refusal(
                    SIGNING_KEY_UNKNOWN,
                    "a key that " + context.sender() + " has registered and not withdrawn",
                    "key " + keyId,
                    "send RegisterSigningKey first, or sign with another key"));
    if (!signed.command().madeBy(key)) {
      throw new Refusal(
          SIGNATURE_WRONG,
          "a signature that key " + keyId + " made (EdDSA or ES256)",
          "one that it did not make",
          "sign the very envelope you send, with the private half of the registered key");
    }
  }
}
