package org.icsregistry.contracts.message;

import java.util.List;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.PartnerCopies;
import org.icsregistry.contracts.code.RestrictionGround;
import org.icsregistry.contracts.sealing.Category;

/** Being forgotten, wholly or in part, and being left alone (UK GDPR Art. 17 to 19). */
public sealed interface ErasureEvent extends VolunteerEvent {

  /**
   * The keys of {@code erased} were destroyed in the transaction that recorded this.
   *
   * @param partners who knew the person and is asked to deal with its own copies
   */
  @MessageType("VolunteerErased.v1")
  record VolunteerErased(
      ErasureGround ground,
      String decidedBy,
      List<Category> erased,
      List<Hold> holds,
      List<String> partners)
      implements ErasureEvent {}

  /** The keys of the category were destroyed in the transaction that recorded this. */
  @MessageType("CategoryErased.v1")
  record CategoryErased(Category category, ErasureGround ground, String decidedBy)
      implements ErasureEvent {}

  @MessageType("ErasureAcknowledged.v1")
  record ErasureAcknowledged(String partner, PartnerCopies copies) implements ErasureEvent {}

  @MessageType("ProcessingRestricted.v1")
  record ProcessingRestricted(String partner, RestrictionGround ground, String decidedBy)
      implements ErasureEvent {}

  @MessageType("RestrictionLifted.v1")
  record RestrictionLifted(String decidedBy) implements ErasureEvent {}
}
