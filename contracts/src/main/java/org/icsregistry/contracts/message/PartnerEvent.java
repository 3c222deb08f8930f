package org.icsregistry.contracts.message;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.SystemKind;
import org.icsregistry.contracts.rules.RecognitionRule;
import org.icsregistry.contracts.signature.SigningKey;
import org.jspecify.annotations.Nullable;

/** Events of a partner organisation; the subject is its code. */
public sealed interface PartnerEvent extends Event {

  @MessageType("PartnerRegistered.v1")
  record PartnerRegistered(String name, IssuerCategory category) implements PartnerEvent {}

  @MessageType("AgreementSigned.v1")
  record AgreementSigned(
      AgreementType agreement, String version, LocalDate signedOn, @Nullable LocalDate reviewOn)
      implements PartnerEvent {}

  /** {@code policyVersion} counts from 1; decisions name the version they were made under. */
  @MessageType("RecognitionPolicyAdopted.v1")
  record RecognitionPolicyAdopted(
      int policyVersion,
      LocalDate effectiveFrom,
      List<RecognitionRule> rules,
      int statusCheckMonths)
      implements PartnerEvent {}

  @MessageType("PartnerSuspended.v1")
  record PartnerSuspended(SuspensionReason reason) implements PartnerEvent {}

  @MessageType("SigningKeyRegistered.v1")
  record SigningKeyRegistered(String kid, SigningKey key, String possession)
      implements PartnerEvent {}

  @MessageType("SigningKeyWithdrawn.v1")
  record SigningKeyWithdrawn(String kid) implements PartnerEvent {}

  @MessageType("SignaturesRequired.v1")
  record SignaturesRequired(boolean required) implements PartnerEvent {}

  @MessageType("UsersTrained.v1")
  record UsersTrained(LocalDate trainedOn, int users) implements PartnerEvent {}

  @MessageType("SystemConnected.v1")
  record SystemConnected(SystemKind system, String product, LocalDate connectedOn)
      implements PartnerEvent {}

  /** The subject is one of both. */
  @MessageType("PartnerSucceeded.v1")
  record PartnerSucceeded(String predecessor, String successor) implements PartnerEvent {}

  @MessageType("ChasingSet.v1")
  record ChasingSet(
      int firstAfterDays, int secondAfterDays, int escalateAfterDays, int closeAfterDays)
      implements PartnerEvent {}
}
