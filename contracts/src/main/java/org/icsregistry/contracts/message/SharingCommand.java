package org.icsregistry.contracts.message;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;

/**
 * Which partners may see a person's details. Sent, with the person's agreement, by a partner that
 * has a relationship with them or by the ICS host. A grant is a permission and not consent in the
 * sense of UK GDPR Art. 6(1)(a); the lawful basis is each organisation's own.
 */
public sealed interface SharingCommand extends VolunteerCommand {

  /**
   * The person allows a partner to see their details for one purpose.
   *
   * @param partner who may see them; it needs no relationship with the person yet
   * @param until last day, today or later, at most two years after {@code agreedOn}
   */
  @MessageType("GrantSharing.v1")
  @LeadsTo(SharingGranted.class)
  record GrantSharing(
      @Pattern(regexp = Format.UUID) String grantId,
      @Pattern(regexp = Format.ORGANISATION) String partner,
      SharingPurpose purpose,
      LocalDate until,
      @PastOrPresent LocalDate agreedOn)
      implements SharingCommand {}

  /** The person takes it back; the partner that was allowed may give it up itself. */
  @MessageType("WithdrawSharing.v1")
  @LeadsTo(SharingWithdrawn.class)
  @DuringRestriction
  record WithdrawSharing(@Pattern(regexp = Format.UUID) String grantId) implements SharingCommand {}
}
