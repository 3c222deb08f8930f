package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.jspecify.annotations.Nullable;

/** An item somebody holds, told in the words of the rules. */
sealed interface HeldItem {

  /** A check that satisfies any line of its kind wherever it is trusted, until a word spoils it. */
  static ACheck aCheck(CheckCode check) {
    return new ACheck(check);
  }

  static ACheck aDbs(CheckLevel level) {
    return aCheck(CheckCode.DBS).level(level);
  }

  static ATraining aTraining(String subject) {
    return new ATraining(subject);
  }

  final class ACheck implements HeldItem {
    private final CheckCode check;
    private String id = "item-1";
    private String issuer = Given.US;
    private IssuerCategory category = IssuerCategory.NHS_TRUST;
    private LocalDate completedOn = Given.TODAY.minusMonths(1);
    private CheckOutcome outcome;
    private @Nullable CheckLevel level;
    private @Nullable Workforce workforce;
    private @Nullable BarredLists lists;
    private @Nullable Integer count;
    private @Nullable LocalDate seenOn = Given.TODAY.minusMonths(1);
    private @Nullable Boolean onUpdateService = true;
    private @Nullable Boolean consent = true;
    private @Nullable LocalDate validUntil;
    private boolean erased;
    private boolean withdrawn;
    private @Nullable LocalDate statusCheckedOn;
    private @Nullable StatusResult status;
    private List<String> rejectedBy = List.of();

    private ACheck(CheckCode check) {
      this.check = check;
      this.outcome = check == CheckCode.DBS ? CheckOutcome.CLEAR_TO_PLACE : CheckOutcome.MET;
    }

    ACheck id(String value) {
      id = value;
      return this;
    }

    /** Recorded by another trust. */
    ACheck theirs() {
      return by(Given.THEM, IssuerCategory.NHS_TRUST);
    }

    ACheck by(String org, IssuerCategory kind) {
      issuer = org;
      category = kind;
      return this;
    }

    ACheck completedOn(LocalDate day) {
      completedOn = day;
      return this;
    }

    ACheck outcome(CheckOutcome value) {
      outcome = value;
      return this;
    }

    ACheck level(@Nullable CheckLevel value) {
      level = value;
      return this;
    }

    ACheck workforce(@Nullable Workforce value) {
      workforce = value;
      return this;
    }

    ACheck lists(@Nullable BarredLists value) {
      lists = value;
      return this;
    }

    ACheck count(int value) {
      count = value;
      return this;
    }

    ACheck originalNotSeen() {
      seenOn = null;
      return this;
    }

    ACheck seenOn(LocalDate day) {
      seenOn = day;
      return this;
    }

    ACheck onUpdateService(@Nullable Boolean subscribed, @Nullable Boolean consents) {
      onUpdateService = subscribed;
      consent = consents;
      return this;
    }

    ACheck statusChecked(LocalDate day, @Nullable StatusResult result) {
      statusCheckedOn = day;
      status = result;
      return this;
    }

    ACheck rejectedBy(String... partners) {
      rejectedBy = List.of(partners);
      return this;
    }

    ACheck validUntil(LocalDate day) {
      validUntil = day;
      return this;
    }

    ACheck erased() {
      erased = true;
      return this;
    }

    ACheck withdrawn(boolean value) {
      withdrawn = value;
      return this;
    }

    HeldCheck build() {
      var finding =
          new CheckFinding(
              outcome,
              level,
              workforce,
              lists,
              count,
              seenOn,
              onUpdateService,
              consent,
              validUntil);
      return new HeldCheck(
          id,
          check,
          issuer,
          category,
          completedOn,
          erased ? null : finding,
          withdrawn,
          statusCheckedOn,
          status,
          rejectedBy);
    }
  }

  final class ATraining implements HeldItem {
    private final String subject;
    private String id = "item-1";
    private String issuer = Given.US;
    private IssuerCategory category = IssuerCategory.NHS_TRUST;
    private LocalDate completedOn = Given.TODAY.minusMonths(1);
    private EvidenceType evidence = EvidenceType.LMS_RECORD;
    private boolean withdrawn;

    private ATraining(String subject) {
      this.subject = subject;
    }

    ATraining id(String value) {
      id = value;
      return this;
    }

    /** Recorded by another trust. */
    ATraining theirs() {
      return by(Given.THEM, IssuerCategory.NHS_TRUST);
    }

    ATraining by(String org, IssuerCategory kind) {
      issuer = org;
      category = kind;
      return this;
    }

    ATraining completedOn(LocalDate day) {
      completedOn = day;
      return this;
    }

    ATraining evidence(EvidenceType value) {
      evidence = value;
      return this;
    }

    ATraining withdrawn() {
      withdrawn = true;
      return this;
    }

    HeldTraining build() {
      return new HeldTraining(id, subject, issuer, category, evidence, completedOn, withdrawn);
    }
  }
}
