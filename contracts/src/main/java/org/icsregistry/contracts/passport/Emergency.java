package org.icsregistry.contracts.passport;

import java.time.Instant;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;

/**
 * Why a partner sees, or saw, a person's details without a permission.
 *
 * @param tellFrom from when the person is told
 */
public record Emergency(EmergencyReason reason, Instant until, Instant tellFrom) {

  static Emergency of(GlassBroken e) {
    return new Emergency(e.reason(), e.until(), e.tellFrom());
  }
}
