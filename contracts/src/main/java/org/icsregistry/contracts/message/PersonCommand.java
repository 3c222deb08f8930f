package org.icsregistry.contracts.message;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;

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
  record UnlinkPartner(@Pattern(regexp = Format.ORGANISATION) String partner)
      implements PersonCommand {}
}
