package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;

/** Who a person is and which partners have a relationship with them. */
public sealed interface PersonEvent extends VolunteerEvent {

  @MessageType("VolunteerRegistered.v1")
  record VolunteerRegistered(
      @SealedAs(Category.CONTACT) Sealed<PersonName> name,
      @SealedAs(Category.CONTACT) Sealed<LocalDate> dateOfBirth,
      @SealedAs(Category.CONTACT) Sealed<Contact> contact)
      implements PersonEvent {}

  @MessageType("PartnerLinked.v1")
  record PartnerLinked(String partner, LocalDate agreedOn) implements PersonEvent {}

  @MessageType("PartnerUnlinked.v1")
  record PartnerUnlinked(String partner) implements PersonEvent {}
}
