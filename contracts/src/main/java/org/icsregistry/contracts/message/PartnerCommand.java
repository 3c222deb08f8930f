package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.SystemKind;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.ChasingSet;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSucceeded;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.message.PartnerEvent.SignaturesRequired;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyRegistered;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyWithdrawn;
import org.icsregistry.contracts.message.PartnerEvent.SystemConnected;
import org.icsregistry.contracts.message.PartnerEvent.UsersTrained;
import org.icsregistry.contracts.rules.RecognitionRule;
import org.icsregistry.contracts.signature.SigningKey;
import org.jspecify.annotations.Nullable;

/** Commands to a partner organisation; the subject is its code. */
public sealed interface PartnerCommand extends Command {

  /** The ICS host admits an organisation. */
  @MessageType("RegisterPartner.v1")
  @LeadsTo(PartnerRegistered.class)
  record RegisterPartner(
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String name, IssuerCategory category)
      implements PartnerCommand {}

  /** The partner signs; two kinds are required before it may act (see {@link AgreementType}). */
  @MessageType("SignAgreement.v1")
  @LeadsTo(AgreementSigned.class)
  record SignAgreement(
      AgreementType agreement,
      @Pattern(regexp = Format.VERSION) String version,
      @PastOrPresent LocalDate signedOn,
      @Nullable LocalDate reviewOn)
      implements PartnerCommand {}

  /**
   * The partner says whose items it accepts; replaces its earlier policy and gets the next version.
   *
   * @param statusCheckMonths how long a status check of a DBS certificate counts, in months
   */
  @MessageType("AdoptRecognitionPolicy.v1")
  @LeadsTo(RecognitionPolicyAdopted.class)
  record AdoptRecognitionPolicy(
      LocalDate effectiveFrom,
      @Size(max = 200) List<RecognitionRule> rules,
      @Min(1) @Max(36) int statusCheckMonths)
      implements PartnerCommand {}

  /** The ICS host stops a partner from acting; what it recorded stays. */
  @MessageType("SuspendPartner.v1")
  @LeadsTo(PartnerSuspended.class)
  record SuspendPartner(SuspensionReason reason) implements PartnerCommand {}

  /**
   * The partner names a key with which it signs commands from now on.
   *
   * @param kid its own name for the key, never used before
   * @param possession compact JWS by that key over {@code {"source": …, "kid": …}}, so that nobody
   *     registers a key of somebody else
   */
  @MessageType("RegisterSigningKey.v1")
  @LeadsTo(SigningKeyRegistered.class)
  record RegisterSigningKey(
      @Pattern(regexp = Format.KEY_ID) String kid,
      SigningKey key,
      @Pattern(regexp = Format.JWS) @Size(max = 2000) String possession)
      implements PartnerCommand {}

  /** From now on the key signs nothing; what it signed before stays good. */
  @MessageType("WithdrawSigningKey.v1")
  @LeadsTo(SigningKeyWithdrawn.class)
  record WithdrawSigningKey(@Pattern(regexp = Format.KEY_ID) String kid)
      implements PartnerCommand {}

  /**
   * The partner says whether its commands must be signed. Once they must, nobody, the registry
   * included, can act in its name without its key. The host can lift it for a partner that has lost
   * its keys, which everybody sees.
   */
  @MessageType("RequireSignatures.v1")
  @LeadsTo(SignaturesRequired.class)
  record RequireSignatures(boolean required) implements PartnerCommand {}

  /**
   * So many more people at the partner have learnt to use its part of the registry.
   *
   * @param users how many since the last report
   */
  @MessageType("RecordUserTraining.v1")
  @LeadsTo(UsersTrained.class)
  record RecordUserTraining(@PastOrPresent LocalDate trainedOn, @Min(1) @Max(100_000) int users)
      implements PartnerCommand {}

  /** One of the partner's systems speaks with the registry from this day. */
  @MessageType("ConnectSystem.v1")
  @LeadsTo(SystemConnected.class)
  record ConnectSystem(
      SystemKind system,
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 80) String product,
      @PastOrPresent LocalDate connectedOn)
      implements PartnerCommand {}

  /**
   * An organisation goes on in another, as trusts do that merge. Sent twice by the ICS host: about
   * the predecessor, which may not act any more, and then about the successor, for which the
   * predecessor's items are its own and whoever knew the predecessor knows it. A successor without
   * a recognition policy takes over the predecessor's.
   */
  @MessageType("SucceedPartner.v1")
  @LeadsTo({PartnerSucceeded.class, RecognitionPolicyAdopted.class})
  record SucceedPartner(
      @Pattern(regexp = Format.ORGANISATION) String predecessor,
      @Pattern(regexp = Format.ORGANISATION) String successor)
      implements PartnerCommand {}

  /**
   * The partner says when its late steps are to be reminded of, in days after the day on which a
   * step was due: to whoever's turn it is, once more, to its coordinators; and when an application
   * that waits for the person's answer is closed. Each has to come after the one before.
   */
  @MessageType("SetChasing.v1")
  @LeadsTo(ChasingSet.class)
  record SetChasing(
      @Min(1) @Max(365) int firstAfterDays,
      @Min(1) @Max(365) int secondAfterDays,
      @Min(1) @Max(365) int escalateAfterDays,
      @Min(1) @Max(365) int closeAfterDays)
      implements PartnerCommand {}
}
