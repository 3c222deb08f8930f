package org.icsregistry.contracts.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.code.WithdrawalReason;

/** A passport that a partner issued, and what became of it; the subject is the person's id. */
public sealed interface PassportEvent extends Event {

  String passportId();

  @MessageType("PassportIssued.v1")
  record PassportIssued(
      String passportId,
      String issuer,
      LocalDate requestedOn,
      LocalDate issuedOn,
      List<String> items)
      implements PassportEvent {}

  @MessageType("PassportShared.v1")
  record PassportShared(
      String passportId,
      String shareId,
      String partner,
      SharingPurpose purpose,
      List<String> items,
      LocalDate until)
      implements PassportEvent {}

  /** {@code viewedAt} is the registry's own clock, whatever the sender's says. */
  @MessageType("PassportViewed.v1")
  record PassportViewed(
      String passportId, String shareId, String partner, ViewPurpose purpose, Instant viewedAt)
      implements PassportEvent {}

  @MessageType("ItemAccepted.v1")
  record ItemAccepted(String passportId, String shareId, String partner, String itemId)
      implements PassportEvent {}

  @MessageType("ItemRejected.v1")
  record ItemRejected(
      String passportId, String shareId, String partner, String itemId, ItemRejection reason)
      implements PassportEvent {}

  /** Both times are the registry's own clock: from the first look to the last decision. */
  @MessageType("PassportVerified.v1")
  record PassportVerified(
      String passportId,
      String shareId,
      String partner,
      Instant startedAt,
      Instant finishedAt,
      int accepted,
      int rejected)
      implements PassportEvent {}

  @MessageType("PassportRevoked.v1")
  record PassportRevoked(String passportId, String issuer, WithdrawalReason reason)
      implements PassportEvent {}
}
