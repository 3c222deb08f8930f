package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;

/** Who looks at a person's details. */
public sealed interface LookCommand extends VolunteerCommand {

  /**
   * Somebody at a partner was shown details. Sent by the host's read side, and by nobody else.
   *
   * @param partner whose people or system looked
   * @param viewer who, as the sign-in service's pseudonym
   * @param viewedAt by the read side's clock; it may take a while until this is sent
   */
  @MessageType("NoteLook.v1")
  @LeadsTo(DetailsViewed.class)
  @DuringRestriction
  record NoteLook(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.PSEUDONYM) String viewer,
      LookOffice office,
      LookGround ground,
      Instant viewedAt)
      implements LookCommand {}

  /**
   * A partner that has a relationship with the person, and no permission, sees details for an hour
   * because somebody may come to harm. Sent by that partner, or by the host on its behalf.
   */
  @MessageType("BreakGlass.v1")
  @LeadsTo(GlassBroken.class)
  @DuringRestriction
  record BreakGlass(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      EmergencyReason reason,
      @SealedAs(Category.CONTACT) Sealed<Explanation> explanation)
      implements LookCommand {}
}
