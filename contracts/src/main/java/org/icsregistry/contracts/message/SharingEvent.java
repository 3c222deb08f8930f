package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.SharingPurpose;

/** Which partners may see a person's details. */
public sealed interface SharingEvent extends VolunteerEvent {

  String partner();

  /** {@code until} is the last day. */
  @MessageType("SharingGranted.v1")
  record SharingGranted(
      String grantId, String partner, SharingPurpose purpose, LocalDate until, LocalDate agreedOn)
      implements SharingEvent {}

  @MessageType("SharingWithdrawn.v1")
  record SharingWithdrawn(String grantId, String partner) implements SharingEvent {}
}
