package org.icsregistry.projection.readiness;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.rules.RecognitionRule;
import org.jspecify.annotations.Nullable;

/** Agreements, policies and reliance between partners. */
@Schema(description = "What partners have agreed, whose items they accept, and who relied on whom")
public record RelationshipsView(
    @Schema(description = "Log index of the last entry it takes into account", example = "4711")
        long logIndex,
    List<Partner> partners,
    @Schema(
            description =
                "Who decided to reuse whose items, for at least five different people; most often first")
        List<Reliance> reliance) {

  /** One partner with what it has signed and whom it trusts. */
  @Schema(description = "One partner with what it has signed and whom it trusts")
  public record Partner(
      @Schema(example = "RBV") String code,
      String name,
      @Nullable IssuerCategory category,
      @Schema(description = "Everything it signed, in the order of the log")
          List<AgreementSigned> agreements,
      @Schema(description = "Absent while it has adopted none: it accepts nobody's items")
          @Nullable Policy policy,
      boolean suspended) {}

  @Schema(description = "The recognition policy in force today")
  public record Policy(
      int version, LocalDate effectiveFrom, List<RecognitionRule> rules, int statusCheckMonths) {}

  /** Who decided to reuse whose items. */
  public record Reliance(
      @Schema(description = "Who relies", example = "R0A") String receiver,
      String receiverName,
      @Schema(description = "On whom", example = "RBV") String issuer,
      String issuerName,
      @Schema(description = "Decisions to reuse, to the nearest five", example = "30") long reused,
      @Schema(description = "The same by requirement, without those about fewer than five people")
          Map<String, Long> byRequirement,
      @Schema(description = "Day of the last decision") LocalDate lastOn,
      @Schema(description = "Address of the receiver's decisions") String events) {}
}
