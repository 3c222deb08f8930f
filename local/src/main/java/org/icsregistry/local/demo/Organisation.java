package org.icsregistry.local.demo;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.IssuerCategory;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the reference data knows it.
 *
 * @param code ODS code, or {@code GB-CHC-<charity number>}; null where no code is documented
 * @param validFrom first day, null where not documented
 * @param validTo last day, null while the organisation is open
 * @param successions who took over; empty while the organisation is open
 * @param icb code of its integrated care board, null where not documented
 * @param pilot its row of the Digital Staff Passport pilot, null for all but the pilot's trusts
 * @param backToHealth its part in the Back to Health programme, null if it has none
 * @param sources keys of the file's sources
 * @param unverified fields that rest on one weak source
 */
public record Organisation(
    @Nullable String code,
    String name,
    IssuerCategory category,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<Succession> successions,
    @Nullable String icb,
    @Nullable Pilot pilot,
    @Nullable String backToHealth,
    List<String> sources,
    List<String> unverified) {

  /** Whether the organisation exists on a day; unknown limits do not count against it. */
  public boolean openOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /**
   * One successor, from the day it took over; {@code kind} is a code of {@code successionKinds}.
   */
  public record Succession(String to, String kind, LocalDate on) {}

  /** A row of the pilot's table: when the trust registered, passports issued and verified. */
  public record Pilot(
      LocalDate registered, boolean hrUserTraining, boolean esrApi, int issued, int verified) {}
}
