package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import org.icsregistry.contracts.code.BarredLists;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.Workforce;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation concluded from a check; stands in the log only sealed. There is no field for
 * what a certificate disclosed, and there must never be one.
 *
 * @param level identity: GPG 45 confidence; DBS: disclosure level; otherwise absent
 * @param count references: how many satisfactory ones were received
 * @param originalSeenOn DBS: the day the issuer saw the original certificate
 * @param updateService DBS: whether the person subscribes to the Update Service
 * @param statusCheckConsent DBS: whether the person consents to status checks by partners
 * @param validUntil right to volunteer: the day the permission ends; otherwise absent (expiry is a
 *     policy, not a fact)
 */
public record CheckFinding(
    CheckOutcome outcome,
    @Nullable CheckLevel level,
    @Nullable Workforce workforce,
    @Nullable BarredLists barredLists,
    @Nullable @Min(0) @Max(9) Integer count,
    @Nullable @PastOrPresent LocalDate originalSeenOn,
    @Nullable Boolean updateService,
    @Nullable Boolean statusCheckConsent,
    @Nullable LocalDate validUntil) {

  @Override
  public String toString() {
    return "CheckFinding[…]";
  }
}
