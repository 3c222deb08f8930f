package org.icsregistry.onboarding.world;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.message.RoleEvent.RoleRevised;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.rules.RecognitionRule;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;

/**
 * Facts of a small ICS: The Christie (RBV) and Manchester University (R0A), which has a role for
 * people at mealtimes and trusts other NHS trusts.
 */
public final class Ics {

  public static final String RBV = "RBV";
  public static final String R0A = "R0A";
  public static final String ROLE = "R0A.MEALTIMES";
  public static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  public static final AgeLine AGE = new AgeLine(16, null, true, false, Jurisdiction.ICS, null);
  public static final CheckLine IDENTITY =
      new CheckLine(
          CheckCode.IDENTITY,
          CheckLevel.MEDIUM,
          null,
          null,
          null,
          null,
          null,
          true,
          false,
          Jurisdiction.NATIONAL,
          null);
  public static final CheckLine DBS =
      new CheckLine(
          CheckCode.DBS,
          CheckLevel.ENHANCED,
          CheckLevel.ENHANCED,
          Workforce.ADULT,
          BarredLists.NONE,
          null,
          36,
          true,
          false,
          Jurisdiction.NATIONAL,
          21);
  public static final TrainingLine FIRE = training("CSTF_FIRE", 12, true);
  public static final TrainingLine INDUCTION = training("LOCAL_INDUCTION", null, false);

  private Ics() {}

  public static TrainingLine training(
      String code, @org.jspecify.annotations.Nullable Integer months, boolean portable) {
    return new TrainingLine(
        code, null, months, portable, true, false, Jurisdiction.ICS, portable ? null : 3);
  }

  public static List<RequirementLine> profile(RequirementLine... more) {
    return Stream.concat(Stream.of(AGE, IDENTITY, DBS, FIRE, INDUCTION), Arrays.stream(more))
        .toList();
  }

  public static RoleDefined role(List<RequirementLine> lines) {
    return new RoleDefined(1, "Mealtime companion", EngagementMode.REGULAR, lines);
  }

  public static RoleRevised revised(
      int version, boolean appliesToPlaced, List<RequirementLine> lines) {
    return new RoleRevised(
        version, "Mealtime companion", EngagementMode.REGULAR, lines, appliesToPlaced);
  }

  public static PartnerRegistered partner(String name) {
    return new PartnerRegistered(name, IssuerCategory.NHS_TRUST);
  }

  /** Trusts NHS trusts, a DBS certificate only after a status check. */
  public static RecognitionPolicyAdopted policy(int version, RecognitionRule... rules) {
    return new RecognitionPolicyAdopted(version, LocalDate.EPOCH, List.of(rules), 12);
  }

  public static RecognitionRule trusts(String item) {
    return new RecognitionRule(
        item, List.of(IssuerCategory.NHS_TRUST), null, null, null, item.equals("DBS"), null);
  }

  public static RecognitionPolicyAdopted trusting(int version) {
    return policy(version, trusts("*"), trusts("DBS"));
  }

  public static CheckFinding identity(CheckLevel level) {
    return new CheckFinding(CheckOutcome.MET, level, null, null, null, null, null, null, null);
  }

  public static CheckFinding dbs(CheckOutcome outcome) {
    return new CheckFinding(
        outcome,
        CheckLevel.ENHANCED,
        Workforce.ADULT,
        BarredLists.NONE,
        null,
        DAY,
        true,
        true,
        null);
  }

  public static TrainingRecorded trained(String id, String code, String issuer, LocalDate on) {
    return new TrainingRecorded(
        id,
        code,
        issuer,
        IssuerCategory.NHS_TRUST,
        null,
        "NHS Learning Hub",
        EvidenceType.LMS_RECORD,
        on);
  }

  /** Interest, offer and a yes. */
  public static Event[] accepted(String application) {
    return new Event[] {
      new InterestExpressed(application, R0A, ROLE, WaitingOn.ORGANISATION),
      new OfferMade(application, R0A, ROLE, WaitingOn.VOLUNTEER),
      new OfferAnswered(application, R0A, ROLE, true, WaitingOn.ORGANISATION)
    };
  }
}
