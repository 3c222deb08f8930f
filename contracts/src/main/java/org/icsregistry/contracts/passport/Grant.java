package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;

/**
 * What a person allowed: that a partner sees their details for one purpose.
 *
 * @param until last day on which it holds unless it is withdrawn before
 */
public record Grant(
    String grantId,
    String partner,
    SharingPurpose purpose,
    LocalDate agreedOn,
    LocalDate until,
    boolean withdrawn) {

  static Grant of(SharingGranted e) {
    return new Grant(e.grantId(), e.partner(), e.purpose(), e.agreedOn(), e.until(), false);
  }

  Grant ended() {
    return new Grant(grantId, partner, purpose, agreedOn, until, true);
  }

  /** Whether it allows anything on this day. */
  public boolean inForce(LocalDate on) {
    return !withdrawn && !on.isBefore(agreedOn) && !on.isAfter(until);
  }
}
