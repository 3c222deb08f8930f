package org.icsregistry.contracts.message;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.jspecify.annotations.Nullable;

/** Who a person is and which partners have a relationship with them. */
public sealed interface PersonEvent extends VolunteerEvent {

  @MessageType("VolunteerRegistered.v1")
  record VolunteerRegistered(
      @SealedAs(Category.CONTACT) Sealed<PersonName> name,
      @SealedAs(Category.CONTACT) Sealed<LocalDate> dateOfBirth,
      @SealedAs(Category.CONTACT) Sealed<Contact> contact)
      implements PersonEvent {}

  /** What is absent stays as it was. */
  @MessageType("DetailsChanged.v1")
  record DetailsChanged(
      @SealedAs(Category.CONTACT) @Nullable Sealed<PersonName> name,
      @SealedAs(Category.CONTACT) @Nullable Sealed<LocalDate> dateOfBirth,
      @SealedAs(Category.CONTACT) @Nullable Sealed<Contact> contact)
      implements PersonEvent {}

  /** Replaces what was said before. */
  @MessageType("AvailabilityChanged.v1")
  record AvailabilityChanged(
      DutyStatus duty,
      @Nullable String area,
      List<EngagementMode> modes,
      @Nullable Integer hoursAWeek,
      @Nullable Integer mostAlertsAWeek)
      implements PersonEvent {}

  @MessageType("PartnerLinked.v1")
  record PartnerLinked(String partner, LocalDate agreedOn) implements PersonEvent {}

  @MessageType("PartnerUnlinked.v1")
  record PartnerUnlinked(String partner) implements PersonEvent {}
}
