package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.PartnerCopies;
import org.icsregistry.contracts.code.RestrictionGround;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.sealing.Category;

/** Being forgotten, wholly or in part, and being left alone (UK GDPR Art. 17 to 19). */
public sealed interface ErasureCommand extends VolunteerCommand {

  /**
   * Forgets a person: the keys of every category without a hold are destroyed with this decision.
   * The host sends it; a partner may if nobody else ever recorded anything about the person.
   *
   * @param decidedBy pseudonym of whoever decided, at the sender
   * @param holds what the law keeps for now; empty for nothing
   */
  @MessageType("EraseVolunteer.v1")
  @LeadsTo({VolunteerErased.class, ClearanceLapsed.class})
  @DuringRestriction
  record EraseVolunteer(
      ErasureGround ground,
      @Pattern(regexp = Format.PSEUDONYM) String decidedBy,
      @Size(max = 10) List<Hold> holds)
      implements ErasureCommand {}

  /** Forgets one category of what is known of a person, who stays. Who may send it: as above. */
  @MessageType("EraseCategory.v1")
  @LeadsTo(CategoryErased.class)
  @DuringRestriction
  record EraseCategory(
      Category category, ErasureGround ground, @Pattern(regexp = Format.PSEUDONYM) String decidedBy)
      implements ErasureCommand {}

  /** The sender has dealt with its own copies of what it knew of a person who was forgotten. */
  @MessageType("AcknowledgeErasure.v1")
  @LeadsTo(ErasureAcknowledged.class)
  @DuringRestriction
  record AcknowledgeErasure(PartnerCopies copies) implements ErasureCommand {}

  /** From now on nothing but storing is done with the person's data. */
  @MessageType("RestrictProcessing.v1")
  @LeadsTo(ProcessingRestricted.class)
  @DuringRestriction
  record RestrictProcessing(
      RestrictionGround ground, @Pattern(regexp = Format.PSEUDONYM) String decidedBy)
      implements ErasureCommand {}

  @MessageType("LiftRestriction.v1")
  @LeadsTo(RestrictionLifted.class)
  @DuringRestriction
  record LiftRestriction(@Pattern(regexp = Format.PSEUDONYM) String decidedBy)
      implements ErasureCommand {}
}
