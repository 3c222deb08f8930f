package org.icsregistry.contracts.rules;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.Format;
import org.jspecify.annotations.Nullable;

/**
 * Which other organisations' items a partner accepts. Trust is directional: this says nothing about
 * the reverse.
 *
 * @param item a check code, a training code, a prefix with a star ({@code CSTF_*}) or {@code *} for
 *     all; of a policy's rules only the most specific decides, of two alike the first
 * @param fromCategories accepted kinds of issuer; empty for none but the allow list
 * @param issuerAllowList organisations accepted whatever their category
 * @param issuerDenyList organisations this rule never accepts, whatever the other lists say
 * @param maxAgeMonths oldest item accepted, in months since completion
 * @param requireStatusCheck DBS: only after a current Update Service status check
 * @param requireIdentityLevel identity: lowest GPG 45 level accepted from others
 */
public record RecognitionRule(
    @Pattern(regexp = "^([A-Z][A-Z0-9_]{0,39}\\*?|\\*)$") String item,
    @Size(max = 20) List<IssuerCategory> fromCategories,
    @Nullable @Size(max = 200) List<@Pattern(regexp = Format.ORGANISATION) String> issuerAllowList,
    @Nullable @Size(max = 200) List<@Pattern(regexp = Format.ORGANISATION) String> issuerDenyList,
    @Nullable @Min(1) @Max(240) Integer maxAgeMonths,
    boolean requireStatusCheck,
    @Nullable CheckLevel requireIdentityLevel) {

  boolean appliesTo(String code) {
    return item.endsWith("*")
        ? code.startsWith(item.substring(0, item.length() - 1))
        : item.equals(code);
  }

  /** Longer text is more specific; an exact code beats the prefix of the same length. */
  int specificity() {
    return item.endsWith("*") ? item.length() * 2 - 2 : item.length() * 2 + 1;
  }

  boolean denies(String issuer) {
    return issuerDenyList != null && issuerDenyList.contains(issuer);
  }

  boolean accepts(String issuer, IssuerCategory category) {
    return fromCategories.contains(category)
        || (issuerAllowList != null && issuerAllowList.contains(issuer));
  }
}
