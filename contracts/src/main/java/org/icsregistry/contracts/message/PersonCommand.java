package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;

/** Who a person is and which partners have a relationship with them. */
public sealed interface PersonCommand extends VolunteerCommand {

  /**
   * The sender becomes the person's first partner. An envelope without a subject gets a new id in
   * the answer.
   */
  @MessageType("RegisterVolunteer.v1")
  @LeadsTo({VolunteerRegistered.class, PartnerLinked.class})
  record RegisterVolunteer(
      @SealedAs(Category.CONTACT) Sealed<PersonName> name,
      @SealedAs(Category.CONTACT) Sealed<@PastOrPresent LocalDate> dateOfBirth,
      @SealedAs(Category.CONTACT) Sealed<Contact> contact)
      implements PersonCommand {}

  /**
   * Corrects who the person is or how to reach them; what is left out stays. Sent by a partner with
   * a relationship or the host.
   */
  @MessageType("ChangeDetails.v1")
  @LeadsTo(DetailsChanged.class)
  @DuringRestriction
  record ChangeDetails(
      @SealedAs(Category.CONTACT) @Nullable Sealed<PersonName> name,
      @SealedAs(Category.CONTACT) @Nullable Sealed<@PastOrPresent LocalDate> dateOfBirth,
      @SealedAs(Category.CONTACT) @Nullable Sealed<Contact> contact)
      implements PersonCommand {}

  /**
   * When, where and how the person is available, as a whole: it replaces what was said before.
   *
   * @param area outward part of a postcode; absent where it does not matter
   * @param mostAlertsAWeek how often they want to be asked at most
   */
  @MessageType("ChangeAvailability.v1")
  @LeadsTo(AvailabilityChanged.class)
  record ChangeAvailability(
      DutyStatus duty,
      @Nullable @Pattern(regexp = Format.AREA) String area,
      @Size(max = 10) List<EngagementMode> modes,
      @Nullable @Min(0) @Max(60) Integer hoursAWeek,
      @Nullable @Min(0) @Max(50) Integer mostAlertsAWeek)
      implements PersonCommand {}

  /** The sender takes up a relationship to which the person agreed on the given day. */
  @MessageType("LinkPartner.v1")
  @LeadsTo(PartnerLinked.class)
  record LinkPartner(@PastOrPresent LocalDate agreedOn) implements PersonCommand {}

  /**
   * The relationship ends, sent by the partner itself or the host. What the person let this partner
   * see ends with it, and so does every clearance there; a placement that is still open has to be
   * ended by EndPlacement.
   */
  @MessageType("UnlinkPartner.v1")
  @LeadsTo({PartnerUnlinked.class, SharingWithdrawn.class, ClearanceLapsed.class})
  @DuringRestriction
  record UnlinkPartner(@Pattern(regexp = Format.ORGANISATION) String partner)
      implements PersonCommand {}
}
