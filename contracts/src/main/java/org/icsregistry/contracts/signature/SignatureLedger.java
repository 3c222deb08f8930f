package org.icsregistry.contracts.signature;

import static org.icsregistry.contracts.signature.SignatureDefect.CONTENT_DIFFERS;
import static org.icsregistry.contracts.signature.SignatureDefect.KEY_UNKNOWN;
import static org.icsregistry.contracts.signature.SignatureDefect.MISSING;
import static org.icsregistry.contracts.signature.SignatureDefect.WRONG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.LeadsTo;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PartnerEvent;

/**
 * Follows the log from its first entry and judges each entry's signature by the keys that its
 * partner had registered by then. Needs no key that opens personal values, and goes on working when
 * these are destroyed.
 */
public final class SignatureLedger {

  private final Map<String, Partner> partners = new HashMap<>();

  /**
   * Takes in the next entry.
   *
   * @return what is wrong with its signature, or nothing when it is right, or was not required
   */
  public Optional<SignatureDefect> next(RecordedEvent event) {
    var defect = judge(event);
    if (event.data() instanceof PartnerEvent change) {
      partners.put(event.subject(), partner(event.subject()).evolve(change));
    }
    return defect;
  }

  private Partner partner(String code) {
    return partners.getOrDefault(code, Partner.unknown(code));
  }

  private Optional<SignatureDefect> judge(RecordedEvent event) {
    var sender = partner(event.org());
    var signature = event.signature();
    if (signature == null) {
      return sender.signaturesRequired() ? Optional.of(MISSING) : Optional.empty();
    }
    try {
      var signed = SignedCommand.parse(signature.evidence());
      var key = sender.signingKey(signed.keyId());
      if (key.isEmpty()) {
        return Optional.of(KEY_UNKNOWN);
      }
      if (!signed.madeBy(key.get())) {
        return Optional.of(WRONG);
      }
      return follows(event, signed) ? Optional.empty() : Optional.of(CONTENT_DIFFERS);
    } catch (SignatureException e) {
      return Optional.of(e.defect());
    }
  }

  /** Whether the event can follow from what was signed. */
  private static boolean follows(RecordedEvent event, SignedCommand signed) {
    if (!signed.claim("id").equals(event.causationId())
        || !signed.claim("source").equals(Source.of(event.org()))
        || !signed.claim("subject").equals(event.subject())) {
      return false;
    }
    var consequences =
        MessageTypes.command(signed.claim("type"))
            .map(type -> List.of(type.getAnnotation(LeadsTo.class).value()))
            .orElse(List.of());
    var place = consequences.indexOf(event.data().getClass());
    return place > 0 || (place == 0 && says(event.data(), signed));
  }

  /** Every field that command and event share has the same value. */
  private static boolean says(Event event, SignedCommand signed) {
    var recorded = Json.MAPPER.valueToTree(event);
    return signed.openData().properties().stream()
        .allMatch(f ->
            !recorded.has(f.getKey())
                || SameJson.same(f.getValue(), recorded.required(f.getKey())));
  }
}
