package org.icsregistry.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.contracts.code.ReasonCode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.rules.HeldItem.ACheck;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.junit.jupiter.api.Test;

/** An item that breaks many rules names the first; mended one by one, it names the next. */
class RuleOrderTest {

  /** Asks everything at once, so that one certificate can break everything at once. */
  private static final CheckLine LINE =
      new CheckLine(
          CheckCode.DBS,
          CheckLevel.STANDARD,
          CheckLevel.ENHANCED,
          Workforce.ADULT,
          BarredLists.ADULTS,
          2,
          12,
          true,
          false,
          Jurisdiction.NATIONAL,
          null);

  private static final RecognitionPolicy POLICY =
      Given.policy(
          new RecognitionRule(
              "DBS", List.of(IssuerCategory.NHS_TRUST), null, List.of("RW3"), null, true, null));

  @Test
  void assess_namesTheFirstBrokenRule_inTheOrderOfTheReasonCodes() {
    var item =
        HeldItem.aDbs(CheckLevel.BASIC)
            .by("RW3", IssuerCategory.HOSPICE)
            .withdrawn(true)
            .outcome(CheckOutcome.PLACED_AFTER_RISK_ASSESSMENT)
            .count(1)
            .originalNotSeen()
            .completedOn(Given.TODAY.minusYears(2))
            .validUntil(Given.TODAY.minusDays(1))
            .onUpdateService(false, false)
            .statusChecked(Given.TODAY, StatusResult.NOT_CURRENT)
            .rejectedBy(Given.US);
    var named = new ArrayList<ReasonCode>();
    mendings()
        .forEach(mend -> {
          named.add(reason(item));
          mend.accept(item);
        });
    assertThat(named)
        .containsExactly(
            WITHDRAWN_BY_ISSUER,
            LEVEL_TOO_LOW,
            WORKFORCE_MISMATCH,
            BARRED_LIST_MISMATCH,
            TOO_FEW,
            LEVEL_ABOVE_ENTITLEMENT,
            ISSUER_NOT_TRUSTED,
            ISSUER_CATEGORY_EXCLUDED,
            ORIGINAL_NOT_SEEN,
            TOO_OLD_FOR_POLICY,
            EXPIRED,
            LOCAL_RULE,
            NOT_ON_UPDATE_SERVICE,
            CONSENT_MISSING,
            NEW_INFORMATION,
            REJECTED_HERE)
        .isSorted();
    assertThat(assess(item).satisfied()).isTrue();
  }

  private static List<Consumer<ACheck>> mendings() {
    return List.of(
        item -> item.withdrawn(false),
        item -> item.level(CheckLevel.ENHANCED_BARRED),
        item -> item.workforce(Workforce.ADULT),
        item -> item.lists(BarredLists.ADULTS),
        item -> item.count(2),
        item -> item.level(CheckLevel.ENHANCED),
        item -> item.by(Given.THEM, IssuerCategory.HOSPICE),
        item -> item.by(Given.THEM, IssuerCategory.NHS_TRUST),
        item -> item.seenOn(Given.TODAY),
        item -> item.completedOn(Given.TODAY.minusMonths(1)),
        item -> item.validUntil(Given.TODAY),
        item -> item.outcome(CheckOutcome.CLEAR_TO_PLACE),
        item -> item.onUpdateService(true, false),
        item -> item.onUpdateService(true, true),
        item -> item.statusChecked(Given.TODAY, StatusResult.CURRENT),
        item -> item.rejectedBy());
  }

  private static ReasonCode reason(ACheck item) {
    return switch (assess(item)) {
      case Repeat repeat -> repeat.reason();
      case RequirementStatus.Gap gap -> gap.reason();
      case RequirementStatus other -> throw new AssertionError("Nothing broken: " + other);
    };
  }

  private static RequirementStatus assess(ACheck item) {
    return Row.row("order", LINE, POLICY, Row.own(), item).assess();
  }
}
