package org.icsregistry.contracts.passport;

import java.util.List;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.jspecify.annotations.Nullable;

/**
 * When, where and how somebody is available.
 *
 * @param area outward part of a postcode, {@code M20}; absent where it does not matter
 * @param hoursAWeek absent where the person did not say
 * @param mostAlertsAWeek how often they may be asked; absent for no limit of their own
 */
public record Availability(
    DutyStatus duty,
    @Nullable String area,
    List<EngagementMode> modes,
    @Nullable Integer hoursAWeek,
    @Nullable Integer mostAlertsAWeek) {

  static Availability of(AvailabilityChanged e) {
    return new Availability(e.duty(), e.area(), e.modes(), e.hoursAWeek(), e.mostAlertsAWeek());
  }
}
