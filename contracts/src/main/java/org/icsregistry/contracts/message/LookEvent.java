package org.icsregistry.contracts.message;

import java.time.Instant;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;

/** Who looked at a person's details. */
public sealed interface LookEvent extends VolunteerEvent {

  String partner();

  /**
   * From when the person is told. Telling at once that somebody is concerned about them could put
   * others at risk.
   */
  Instant tellFrom();

  @MessageType("DetailsViewed.v1")
  record DetailsViewed(
      String partner,
      String viewer,
      LookOffice office,
      LookGround ground,
      Instant viewedAt,
      Instant tellFrom)
      implements LookEvent {}

  /** {@code until} is when it ends; by the registry's clock, like {@code tellFrom}. */
  @MessageType("GlassBroken.v1")
  record GlassBroken(
      String partner,
      EmergencyReason reason,
      @SealedAs(Category.CONTACT) Sealed<Explanation> explanation,
      Instant until,
      Instant tellFrom)
      implements LookEvent {}
}
