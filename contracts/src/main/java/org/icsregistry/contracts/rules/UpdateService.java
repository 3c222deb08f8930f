package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.ReasonCode.*;

import java.time.LocalDate;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.jspecify.annotations.Nullable;

/**
 * What the DBS Update Service says about a certificate and how long that counts. Source: DBS Update
 * Service employer guide.
 *
 * @param asked whether the relying partner accepts the certificate only with a status check
 * @param months how long a status check counts
 */
record UpdateService(HeldCheck item, boolean asked, int months, LocalDate on) {

  @Nullable ReasonCode broken(CheckFinding finding) {
    if (asked && !Boolean.TRUE.equals(finding.updateService())) {
      return NOT_ON_UPDATE_SERVICE;
    }
    if (asked && !Boolean.TRUE.equals(finding.statusCheckConsent())) {
      return CONSENT_MISSING;
    }
    // New information means that a new certificate is needed, at the issuer too and whether or not
    // a policy asks for status checks.
    return item.check() == CheckCode.DBS && known() && item.status() == StatusResult.NOT_CURRENT
        ? NEW_INFORMATION
        : null;
  }

  /** Whether the certificate would do after a status check and has none that counts. */
  boolean statusCheckNeeded() {
    var lastDay = lastDay();
    boolean fresh =
        known()
            && item.status() == StatusResult.CURRENT
            && lastDay != null
            && !lastDay.isBefore(on);
    return asked && !fresh;
  }

  /** The last day on which the last status check counts. */
  @Nullable LocalDate lastDay() {
    return item.statusCheckedOn() == null ? null : item.statusCheckedOn().plusMonths(months);
  }

  /** What was found out after the day of the question was not known on it. */
  private boolean known() {
    return item.statusCheckedOn() != null && !item.statusCheckedOn().isAfter(on);
  }
}
