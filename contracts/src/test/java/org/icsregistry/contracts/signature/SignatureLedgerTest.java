package org.icsregistry.contracts.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.SignaturesRequired;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyRegistered;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyWithdrawn;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SignatureLedgerTest {

  private static final String PERSON = "018f3c1e-0000-7000-8000-000000000001";
  private static final String ITEM = "018f3c1e-0000-7000-8000-000000000002";
  private static final CheckWithdrawn WITHDRAWN =
      new CheckWithdrawn(ITEM, WithdrawalReason.ISSUED_IN_ERROR);

  private final CommandSigner christie = CommandSigner.generate("rbv-2026");
  private final SignatureLedger ledger = new SignatureLedger();
  private final CommandSignature signature = sign(withdrawal());
  private long index;

  @BeforeEach
  void aPartnerWithAKey() {
    assertThat(
            next(
                "QOP",
                "RBV",
                new PartnerRegistered("The Christie", IssuerCategory.NHS_TRUST),
                null))
        .isNull();
    assertThat(
            next(
                "RBV", "RBV", new SigningKeyRegistered("rbv-2026", christie.publicKey(), ""), null))
        .isNull();
  }

  private ObjectNode withdrawal() {
    var envelope =
        Json.MAPPER
            .createObjectNode()
            .put("id", "c-1")
            .put("type", "WithdrawCheck.v1")
            .put("source", "urn:org:RBV")
            .put("subject", PERSON);
    envelope.putObject("data").put("checkId", ITEM).put("reason", WITHDRAWN.reason().name());
    return envelope;
  }

  private CommandSignature sign(ObjectNode envelope) {
    var evidence = christie.sign(envelope, Set.of()).required("evidence").stringValue();
    return new CommandSignature(evidence, null);
  }

  /** Through the log's own form, so that nothing is judged that is not in the bytes. */
  private @Nullable SignatureDefect next(
      String org, String subject, Event data, @Nullable CommandSignature signature) {
    var event =
        new RecordedEvent(
            index++, "e-" + index, org, subject, Instant.EPOCH, null, null, "c-1", data, signature);
    return ledger
        .next(EventCodec.decode(EventCodec.encode(event, EventCodec.payload(data))))
        .orElse(null);
  }

  @Test
  void signedEvent_isGood_andSoAreItsConsequences() {
    assertThat(next("RBV", PERSON, WITHDRAWN, signature)).isNull();
    var lapse = new ClearanceLapsed("R0A", "R0A.WARD", LapseReason.ITEM_WITHDRAWN, ITEM);
    assertThat(next("RBV", PERSON, lapse, signature)).isNull();
  }

  @Test
  void whatWasSignedOnce_happensOnce() {
    assertThat(next("RBV", PERSON, WITHDRAWN, signature)).isNull();
    assertThat(next("RBV", PERSON, WITHDRAWN, signature)).isEqualTo(SignatureDefect.REPEATED);
    next("R0A", PERSON, WITHDRAWN, null);
    assertThat(next("RBV", PERSON, WITHDRAWN, signature)).isEqualTo(SignatureDefect.REPEATED);
  }

  @Test
  void aConsequence_comesRightAfterWhatWasSigned() {
    var lapse = new ClearanceLapsed("R0A", "R0A.WARD", LapseReason.ITEM_WITHDRAWN, ITEM);
    assertThat(next("RBV", PERSON, lapse, signature)).isEqualTo(SignatureDefect.CONTENT_DIFFERS);
    assertThat(next("RBV", PERSON, WITHDRAWN, signature)).isNull();
    assertThat(next("RBV", PERSON, lapse, signature)).isNull();
    next("R0A", PERSON, WITHDRAWN, null);
    assertThat(next("RBV", PERSON, lapse, signature)).isEqualTo(SignatureDefect.CONTENT_DIFFERS);
  }

  @Test
  void aFieldLeftOut_isFound() {
    var envelope = withdrawal();
    ((ObjectNode) envelope.required("data")).remove("reason");
    assertThat(next("RBV", PERSON, WITHDRAWN, sign(envelope)))
        .isEqualTo(SignatureDefect.CONTENT_DIFFERS);
  }

  @Test
  void unsignedEvent_isGoodUntilSignaturesAreRequired() {
    assertThat(next("RBV", PERSON, WITHDRAWN, null)).isNull();
    next("RBV", "RBV", new SignaturesRequired(true), null);
    assertThat(next("RBV", PERSON, WITHDRAWN, null)).isEqualTo(SignatureDefect.MISSING);
    assertThat(next("R0A", PERSON, WITHDRAWN, null)).isNull();
    next("QOP", "RBV", new SignaturesRequired(false), null);
    assertThat(next("RBV", PERSON, WITHDRAWN, null)).isNull();
  }

  @Test
  void anotherEventThanWhatWasSigned_isFound() {
    var otherItem = new CheckWithdrawn(PERSON, WITHDRAWN.reason());
    assertThat(next("RBV", PERSON, otherItem, signature))
        .isEqualTo(SignatureDefect.CONTENT_DIFFERS);
    var otherKind = new PartnerLinked("RBV", LocalDate.EPOCH);
    assertThat(next("RBV", PERSON, otherKind, signature))
        .isEqualTo(SignatureDefect.CONTENT_DIFFERS);
    assertThat(next("RBV", ITEM, WITHDRAWN, signature)).isEqualTo(SignatureDefect.CONTENT_DIFFERS);
    assertThat(next("RBV", PERSON, WITHDRAWN, sign(withdrawal().put("id", "c-2"))))
        .isEqualTo(SignatureDefect.CONTENT_DIFFERS);
    assertThat(next("RBV", PERSON, WITHDRAWN, sign(withdrawal().put("type", "Unknown.v1"))))
        .isEqualTo(SignatureDefect.CONTENT_DIFFERS);
  }

  @Test
  void signatureUnderAnotherPartnersKey_isFound() {
    assertThat(next("R0A", PERSON, WITHDRAWN, signature)).isEqualTo(SignatureDefect.KEY_UNKNOWN);
  }

  @Test
  void withdrawnKey_signsNoMore_andWhatItSignedBeforeStaysGood() {
    assertThat(next("RBV", PERSON, WITHDRAWN, signature)).isNull();
    next("RBV", "RBV", new SigningKeyWithdrawn("rbv-2026"), null);
    assertThat(next("RBV", PERSON, WITHDRAWN, sign(withdrawal())))
        .isEqualTo(SignatureDefect.KEY_UNKNOWN);
  }

  @Test
  void forgedAndDamagedSignatures_areFound() {
    var forged = CommandSigner.generate("rbv-2026").sign(withdrawal(), Set.of());
    var evidence = forged.required("evidence").stringValue();
    assertThat(next("RBV", PERSON, WITHDRAWN, new CommandSignature(evidence, null)))
        .isEqualTo(SignatureDefect.WRONG);
    assertThat(next("RBV", PERSON, WITHDRAWN, new CommandSignature("x~", null)))
        .isEqualTo(SignatureDefect.MALFORMED);
  }
}
