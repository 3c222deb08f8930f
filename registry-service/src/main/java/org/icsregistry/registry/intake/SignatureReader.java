package org.icsregistry.registry.intake;

import static org.icsregistry.contracts.problem.ProblemCode.SIGNATURE_CONTENT_DIFFERS;
import static org.icsregistry.contracts.problem.ProblemCode.SIGNATURE_MALFORMED;

import java.util.List;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.sealing.SealedFields;
import org.icsregistry.contracts.signature.CommandSignature;
import org.icsregistry.contracts.signature.SignatureDefect;
import org.icsregistry.contracts.signature.SignatureException;
import org.icsregistry.contracts.signature.SignedCommand;
import org.icsregistry.registry.command.SignedBy;
import org.icsregistry.registry.keys.DataKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the signature that came with a command and makes sure that it is for this command. */
@Component
class SignatureReader {

  private final Sealer sealer;

  SignatureReader(Sealer sealer) {
    this.sealer = sealer;
  }

  @Nullable SignedBy read(
      JsonNode document,
      CommandEnvelope envelope,
      Class<? extends Command> type,
      List<DataKey> used) {
    var evidence = envelope.evidence();
    if (evidence == null) {
      return null;
    }
    try {
      var subject = envelope.subject();
      if (subject == null) {
        throw new SignatureException(
            SignatureDefect.CONTENT_DIFFERS, "a subject, since a signature is for one");
      }
      var signed = SignedCommand.parse(evidence);
      signed.covers(document, SealedFields.of(type));
      var disclosures = sealer.sealDisclosures(type, envelope, subject, signed, used);
      return new SignedBy(signed, new CommandSignature(signed.withoutDisclosures(), disclosures));
    } catch (SignatureException e) {
      throw new Refusal(
          e.defect() == SignatureDefect.MALFORMED ? SIGNATURE_MALFORMED : SIGNATURE_CONTENT_DIFFERS,
          "attribute evidence: " + e.getMessage(),
          "something else",
          "sign the very envelope you send; docs/partner-guide.md and bin/sign show how");
    }
  }
}
