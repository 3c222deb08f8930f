package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What is offered, where, when and to whom.
 *
 * @param place as people know it, {@code Ward 4, Wythenshawe Hospital}; never somebody's home
 * @param area outward half of the postcode, to find what is near
 * @param places how many people are wanted
 * @param until last day
 * @param sharedWith the partners, when {@link Reach#NAMED_PARTNERS}; absent otherwise
 */
public record OpportunityTerms(
    @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String place,
    @Pattern(regexp = Format.AREA) @Nullable String area,
    EngagementMode mode,
    @Min(1) @Max(10_000) int places,
    LocalDate from,
    LocalDate until,
    Reach reach,
    @Nullable @Size(min = 1, max = 200)
        List<@Pattern(regexp = Format.ORGANISATION) String> sharedWith) {

  /** Whether people of this partner, other than the owner, may come. */
  public boolean reaches(String partner) {
    return switch (reach) {
      case OWN_PEOPLE -> false;
      case NAMED_PARTNERS -> sharedWith != null && sharedWith.contains(partner);
      case EVERY_PARTNER -> true;
    };
  }
}
