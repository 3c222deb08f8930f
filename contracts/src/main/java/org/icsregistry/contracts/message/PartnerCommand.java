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
import org.icsregistry.contracts.rules.RecognitionRule;
import org.jspecify.annotations.Nullable;

/** Commands to a partner organisation; the subject is its code. */
public sealed interface PartnerCommand extends Command {

  /** The ICS host admits an organisation. */
  @MessageType("RegisterPartner.v1")
  record RegisterPartner(
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String name, IssuerCategory category)
      implements PartnerCommand {}

  /** The partner signs; two kinds are required before it may act (see {@link AgreementType}). */
  @MessageType("SignAgreement.v1")
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
  record AdoptRecognitionPolicy(
      LocalDate effectiveFrom,
      @Size(max = 200) List<RecognitionRule> rules,
      @Min(1) @Max(36) int statusCheckMonths)
      implements PartnerCommand {}

  /** The ICS host stops a partner from acting; what it recorded stays. */
  @MessageType("SuspendPartner.v1")
  record SuspendPartner(SuspensionReason reason) implements PartnerCommand {}
}
