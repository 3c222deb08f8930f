package org.icsregistry.projection.readiness;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.message.PartnerEvent.SystemConnected;
import org.jspecify.annotations.Nullable;

/** The readiness table. */
@Schema(description = "How far each partner has come, at one place of the log")
public record ReadinessView(
    @Schema(description = "Log index of the last entry it takes into account", example = "4711")
        long logIndex,
    @Schema(description = "One row per partner, in the order of registration")
        List<Partner> partners,
    Total total) {

  /** All partners together. */
  @Schema(
      description =
          "All partners together; issued and verified need not be equal, and are absent where they would give away what is held back")
  public record Total(
      int registered,
      int usersTrained,
      int connected,
      @Nullable Long issued,
      @Nullable Long verified,
      @Nullable Double medianDaysToIssue,
      @Nullable Double medianSecondsToVerify) {}

  /** One partner. */
  @Schema(description = "One partner")
  public record Partner(
      @Schema(example = "RBV") String code,
      @Schema(example = "The Christie NHS Foundation Trust") String name,
      @Nullable Instant registeredAt,
      @Schema(description = "Day of the latest signature under each kind of agreement")
          Map<AgreementType, LocalDate> signed,
      @Schema(description = "Agreements it must sign before it may act and has not")
          List<AgreementType> missing,
      boolean suspended,
      @Schema(description = "How many people have learnt to use the registry", example = "12")
          int usersTrained,
      @Schema(description = "Systems that the organisation reported as connected")
          List<SystemConnected> systems,
      @Schema(description = "When it first recorded a person itself") @Nullable Instant connectedAt,
      @Schema(
              description =
                  "To the nearest five, absent below five and where it would give away such a number; exact for who reads the log",
              example = "10")
          @Nullable Long issued,
      @Schema(
              description =
                  "One passport may be verified by several partners; shown as `issued` is",
              example = "10")
          @Nullable Long verified,
      @Schema(description = "Days from the person's request to the issue", example = "4.0")
          @Nullable Double medianDaysToIssue,
      @Schema(description = "From the first look to the last decision", example = "187.0")
          @Nullable Double medianSecondsToVerify,
      @Schema(description = "Addresses of the events behind the figures, by column")
          Map<String, String> events) {}
}
