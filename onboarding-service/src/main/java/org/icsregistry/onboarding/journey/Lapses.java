package org.icsregistry.onboarding.journey;

import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Bypass;
import org.icsregistry.contracts.rules.RecognitionPolicy;

/** Why a clearance no longer holds: what has changed since it was given is asked for in turn. */
final class Lapses {

  private Lapses() {}

  static LapseReason reason(Situation s, Clearance clearance) {
    if (s.role().ended(s.today())) {
      return LapseReason.ROLE_ENDED;
    }
    if (clearance.evidence().stream().anyMatch(e -> withdrawn(s.person(), e.itemId()))) {
      return LapseReason.ITEM_WITHDRAWN;
    }
    if (bypassEnded(s, clearance)) {
      return LapseReason.BYPASS_ENDED;
    }
    var profileThen = s.role().versions().get(clearance.roleVersion() - 1).profile();
    if (!Assessment.clears(s.assessed(profileThen, policyThen(s, clearance)))) {
      return LapseReason.ITEM_EXPIRED;
    }
    return Assessment.clears(s.assessed(profileThen, s.policy()))
        ? LapseReason.ROLE_REVISED
        : LapseReason.POLICY_CHANGED;
  }

  private static RecognitionPolicy policyThen(Situation s, Clearance clearance) {
    return s.partner().policies().stream()
        .filter(p -> p.version() == clearance.policyVersion())
        .findFirst()
        .orElseGet(() -> RecognitionPolicy.none(s.partner().code()))
        .succeeding(s.partner().growth().predecessors());
  }

  /** Something it was given without is missing still, and may wait no longer. */
  private static boolean bypassEnded(Situation s, Clearance clearance) {
    var ended =
        s.person().standing().bypasses().values().stream()
            .filter(b ->
                b.partner().equals(clearance.partner())
                    && b.roleId().equals(clearance.roleId())
                    && b.until().isBefore(s.today()))
            .map(Bypass::requirement)
            .toList();
    return s.requirements().stream().anyMatch(r -> r.blocks() && ended.contains(r.line().code()));
  }

  private static boolean withdrawn(Person person, String itemId) {
    var check = person.checks().get(itemId);
    var training = person.trainings().get(itemId);
    return (check != null && check.withdrawnFor() != null)
        || (training != null && training.withdrawnFor() != null);
  }
}
