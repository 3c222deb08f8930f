package org.icsregistry.contracts.passport;

import java.util.List;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.RestrictionGround;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Hold;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person is forgotten, or to be left alone.
 *
 * @param restriction absent while nothing is restricted
 * @param erasure absent until the person is forgotten
 * @param known partners that have or ever had a relationship with the person, in the order of the
 *     log
 */
public record Protection(
    @Nullable Restriction restriction, @Nullable Erasure erasure, List<String> known) {

  static final Protection NONE = new Protection(null, null, List.of());

  /**
   * @param partner that asked for it
   */
  public record Restriction(String partner, RestrictionGround ground) {}

  /**
   * @param holds what stays for now
   * @param outstanding partners that have not said what they did with their own copies
   */
  public record Erasure(ErasureGround ground, List<Hold> holds, List<String> outstanding) {

    private Erasure acknowledgedBy(String partner) {
      return new Erasure(
          ground, holds, outstanding.stream().filter(p -> !p.equals(partner)).toList());
    }
  }

  public boolean erased() {
    return erasure != null;
  }

  public boolean restricted() {
    return restriction != null;
  }

  Protection knownTo(String partner) {
    return known.contains(partner)
        ? this
        : new Protection(restriction, erasure, Folding.add(known, partner));
  }

  Protection evolve(ErasureEvent event) {
    return switch (event) {
      case VolunteerErased e ->
          new Protection(restriction, new Erasure(e.ground(), e.holds(), e.partners()), known);
      case CategoryErased _ -> this;
      case ErasureAcknowledged e ->
          erasure == null
              ? this
              : new Protection(restriction, erasure.acknowledgedBy(e.partner()), known);
      case ProcessingRestricted e ->
          new Protection(new Restriction(e.partner(), e.ground()), erasure, known);
      case RestrictionLifted _ -> new Protection(null, erasure, known);
    };
  }
}
