package org.icsregistry.registry.intake;

import static org.icsregistry.contracts.problem.ProblemCode.CHECK_FINDING_INVALID;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.problem.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * Whether a finding is one that its check can have. Looked at before it is sealed; a refusal names
 * what the check can have and nothing of what came.
 */
final class FindingRules {

  private FindingRules() {}

  static void check(JsonNode data) {
    var check = CheckCode.valueOf(data.required("check").stringValue());
    var finding = Json.MAPPER.treeToValue(data.required("finding"), CheckFinding.class);
    var outcomes = outcomes(check);
    if (!outcomes.contains(finding.outcome())) {
      throw refusal(
          check,
          "one of the outcomes "
              + outcomes.stream().map(Enum::name).collect(Collectors.joining(", ")),
          "an outcome of another check");
    }
    level(check, finding);
    if (check != CheckCode.DBS
        && (finding.workforce() != null
            || finding.barredLists() != null
            || finding.updateService() != null
            || finding.statusCheckConsent() != null)) {
      throw refusal(
          check,
          "workforce, barredLists, updateService and statusCheckConsent with DBS only",
          "one of them");
    }
    if (check != CheckCode.REFERENCES && finding.count() != null) {
      throw refusal(check, "count with REFERENCES only", "a count");
    }
  }

  private static void level(CheckCode check, CheckFinding finding) {
    if (finding.level() != null && finding.level().check() != check) {
      throw refusal(check, "a level of this check, or none", "a level of another check");
    }
    boolean listed = finding.barredLists() != null && finding.barredLists() != BarredLists.NONE;
    if (listed && finding.level() != CheckLevel.ENHANCED_BARRED) {
      throw refusal(
          check,
          "barred lists only with level ENHANCED_BARRED",
          "barred lists with a lower level or none");
    }
  }

  /** As {@link CheckOutcome} says; a decision that none is required exists for every check. */
  private static Set<CheckOutcome> outcomes(CheckCode check) {
    return switch (check) {
      case DBS ->
          EnumSet.of(
              CheckOutcome.NOT_REQUIRED,
              CheckOutcome.CLEAR_TO_PLACE,
              CheckOutcome.PLACED_AFTER_RISK_ASSESSMENT,
              CheckOutcome.NOT_PLACED);
      case WORK_HEALTH ->
          EnumSet.of(
              CheckOutcome.NOT_REQUIRED,
              CheckOutcome.FIT,
              CheckOutcome.FIT_WITH_ADJUSTMENTS,
              CheckOutcome.FIT_WITH_RESTRICTIONS,
              CheckOutcome.TEMPORARILY_NOT_CLEARED,
              CheckOutcome.NOT_CLEARED);
      case IDENTITY,
          RIGHT_TO_VOLUNTEER,
          REFERENCES,
          REGISTRATION,
          PARENTAL_CONSENT,
          YOUNG_PERSON_RISK_ASSESSMENT ->
          EnumSet.of(CheckOutcome.NOT_REQUIRED, CheckOutcome.MET, CheckOutcome.NOT_MET);
    };
  }

  private static Refusal refusal(CheckCode check, String expected, String received) {
    return new Refusal(
        CHECK_FINDING_INVALID,
        check + ": " + expected,
        received,
        "correct the finding and send the command again");
  }
}
