package org.icsregistry.contracts.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.BypassReason;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.Format;
import org.jspecify.annotations.Nullable;

/**
 * One line of a role's requirement profile. Profiles are data: trusts report over 300 role types.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RequirementLine.CheckLine.class, name = "CHECK"),
  @JsonSubTypes.Type(value = RequirementLine.TrainingLine.class, name = "TRAINING"),
  @JsonSubTypes.Type(value = RequirementLine.AgeLine.class, name = "AGE")
})
public sealed interface RequirementLine {

  /** Short code that names the line in decisions, gaps and pages. */
  String code();

  /** Whether a clearance has to wait for it. */
  boolean blocking();

  /** Whether a provisional start under supervision may go before it. */
  boolean mayStartSupervised();

  Jurisdiction jurisdiction();

  /** How long it usually takes, in days. */
  @Nullable Integer typicalDays();

  /**
   * Whether a partner may let it wait at all. Age limits, what protects the young and the law are
   * nobody's to bypass.
   */
  default boolean mayBeBypassed(BypassReason reason) {
    return switch (this) {
      case AgeLine _ -> false;
      case CheckLine check when check.bindsByLaw() || check.check().onlyForTheYoung() -> false;
      case CheckLine _, TrainingLine _ ->
          reason == BypassReason.SUPERVISED_START
              ? mayStartSupervised()
              : jurisdiction() != Jurisdiction.NATIONAL;
    };
  }

  /**
   * A check.
   *
   * @param minLevel lowest level that satisfies the role
   * @param maxLevel highest level that the role is legally entitled to ask for (DBS); above it a
   *     check may not be requested and another partner's certificate may not be relied on
   * @param workforce DBS: the workforce of the role; another partner's certificate has to be for
   *     the same one
   * @param barredLists DBS: the lists the role is entitled to; another partner's certificate must
   *     not cover more. NONE asks for no list and leaves the upper bound to {@code maxLevel}
   * @param minCount references only: how many
   * @param maxAgeMonths oldest item the role accepts, in months since completion
   */
  record CheckLine(
      CheckCode check,
      @Nullable CheckLevel minLevel,
      @Nullable CheckLevel maxLevel,
      @Nullable Workforce workforce,
      @Nullable BarredLists barredLists,
      @Nullable @Min(1) @Max(9) Integer minCount,
      @Nullable @Min(1) @Max(240) Integer maxAgeMonths,
      boolean blocking,
      boolean mayStartSupervised,
      Jurisdiction jurisdiction,
      @Nullable @Min(0) @Max(365) Integer typicalDays)
      implements RequirementLine {

    @Override
    public String code() {
      return check.name();
    }

    /**
     * Nobody barred may do what the role does. Source: Safeguarding Vulnerable Groups Act 2006 s.9.
     */
    private boolean bindsByLaw() {
      return check == CheckCode.DBS
          && (minLevel == CheckLevel.ENHANCED_BARRED
              || (barredLists != null && barredLists != BarredLists.NONE));
    }
  }

  /**
   * A training subject.
   *
   * @param satisfiedBy further subjects that satisfy the line, beside those that the framework
   *     itself puts above it
   * @param portable whether another organisation's record can satisfy it at all (a local induction
   *     cannot)
   */
  record TrainingLine(
      @Pattern(regexp = Format.CODE) String training,
      @Nullable List<@Pattern(regexp = Format.CODE) String> satisfiedBy,
      @Nullable @Min(1) @Max(240) Integer maxAgeMonths,
      boolean portable,
      boolean blocking,
      boolean mayStartSupervised,
      Jurisdiction jurisdiction,
      @Nullable @Min(0) @Max(365) Integer typicalDays)
      implements RequirementLine {

    @Override
    public String code() {
      return training;
    }

    boolean acceptsSubject(String subject) {
      return TrainingLadders.satisfies(subject, training)
          || (satisfiedBy != null && satisfiedBy.contains(subject));
    }
  }

  /** The person's age on the day of the question, in completed years. */
  record AgeLine(
      @Nullable @Min(0) @Max(120) Integer minAge,
      @Nullable @Min(0) @Max(120) Integer maxAge,
      boolean blocking,
      boolean mayStartSupervised,
      Jurisdiction jurisdiction,
      @Nullable @Min(0) @Max(365) Integer typicalDays)
      implements RequirementLine {

    @Override
    public String code() {
      return "AGE";
    }
  }
}
