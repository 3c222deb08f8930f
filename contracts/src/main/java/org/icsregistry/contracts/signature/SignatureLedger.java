package org.icsregistry.contracts.signature;

import static org.icsregistry.contracts.signature.SignatureDefect.CONTENT_DIFFERS;
import static org.icsregistry.contracts.signature.SignatureDefect.KEY_UNKNOWN;
import static org.icsregistry.contracts.signature.SignatureDefect.MALFORMED;
import static org.icsregistry.contracts.signature.SignatureDefect.MISSING;
import static org.icsregistry.contracts.signature.SignatureDefect.REPEATED;
import static org.icsregistry.contracts.signature.SignatureDefect.WRONG;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.sealing.KeySource;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log from its first entry and judges each entry's signature by the keys that its
 * partner had registered by then. Needs no key that opens personal values, and goes on working when
 * these are destroyed; whoever has such keys can have the sealed values compared as well.
 */
public final class SignatureLedger {

  /** A command and when what followed from it was recorded, all of it in one piece. */
  private record Act(String org, String commandId, Instant recordedAt) {}

  private final SealedMatch sealed;
  private final Map<String, Partner> partners = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private @Nullable Act current;

  /** Compares what stands in clear. */
  public SignatureLedger() {
    this(_ -> Optional.empty());
  }

  /**
   * Compares sealed values too, as far as the keys go.
   *
   * @param keys that open values
   */
  public SignatureLedger(KeySource keys) {
    this.sealed = new SealedMatch(keys);
  }

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
    var signature = event.signature();
    if (signature == null) {
      current = null;
      return partner(event.org()).signaturesRequired() ? Optional.of(MISSING) : Optional.empty();
    }
    try {
      var signed = SignedCommand.parse(signature.evidence());
      var key = partner(event.org()).signingKey(signed.keyId());
      if (key.isEmpty()) {
        return Optional.of(KEY_UNKNOWN);
      }
      return signed.madeBy(key.get())
          ? follows(event, signed, signature.disclosures())
          : Optional.of(WRONG);
    } catch (SignatureException e) {
      return Optional.of(e.defect());
    }
  }

  /** Whether the event can follow from what was signed, and does so for the first time. */
  private Optional<SignatureDefect> follows(
      RecordedEvent event, SignedCommand signed, @Nullable String disclosures) {
    var type = MessageTypes.command(signed.claim("type"));
    if (!about(event, signed) || type.isEmpty()) {
      return Optional.of(CONTENT_DIFFERS);
    }
    var act = new Act(event.org(), event.causationId(), event.recordedAt());
    var place = Consequences.place(type.get(), event.data().getClass());
    if (place > 0 && act.equals(current)) {
      return Optional.empty();
    }
    if (place != 0 || !Consequences.says(event.data(), type.get(), signed.openData())) {
      return Optional.of(CONTENT_DIFFERS);
    }
    current = act;
    if (!used.add(act.org() + " " + act.commandId())) {
      return Optional.of(REPEATED);
    }
    return switch (sealed.of(event, signed, disclosures)) {
      case SAME -> Optional.empty();
      case DIFFERENT -> Optional.of(CONTENT_DIFFERS);
      case UNREADABLE -> Optional.of(MALFORMED);
    };
  }

  private static boolean about(RecordedEvent event, SignedCommand signed) {
    return signed.claim("id").equals(event.causationId())
        && signed.claim("source").equals(Source.of(event.org()))
        && signed.claim("subject").equals(event.subject())
        && signed.claim("correlationid").equals(text(event.correlationId()))
        // Without one in the envelope the actor is who was signed in.
        && (signed.claim("actor").isEmpty() || signed.claim("actor").equals(text(event.actor())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
