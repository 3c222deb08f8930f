package org.icsregistry.contracts.directory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A partner organisation as its events tell it.
 *
 * @param code ODS code or register number
 * @param name absent until registered
 * @param agreements everything it signed, in the order of the log
 * @param policies all versions of its recognition policy, oldest first
 */
public record Partner(
    String code,
    @Nullable String name,
    @Nullable IssuerCategory category,
    List<AgreementSigned> agreements,
    List<RecognitionPolicy> policies,
    boolean suspended) {

  public static Partner unknown(String code) {
    return new Partner(code, null, null, List.of(), List.of(), false);
  }

  public boolean registered() {
    return name != null;
  }

  public boolean signed(AgreementType agreement) {
    return agreements.stream().anyMatch(a -> a.agreement() == agreement);
  }

  /** Agreements that it must sign before it may act and has not signed. */
  public List<AgreementType> missingAgreements() {
    return Stream.of(AgreementType.values()).filter(a -> a.requiredToAct() && !signed(a)).toList();
  }

  /** The policy in force on a day: the newest version that is effective by then. */
  public RecognitionPolicy policyOn(LocalDate day) {
    return policies.stream()
        .filter(p -> !p.effectiveFrom().isAfter(day))
        .max(Comparator.comparingInt(RecognitionPolicy::version))
        .orElseGet(() -> RecognitionPolicy.none(code));
  }

  public Partner evolve(PartnerEvent event) {
    return switch (event) {
      case PartnerRegistered e ->
          new Partner(code, e.name(), e.category(), agreements, policies, suspended);
      case AgreementSigned e ->
          new Partner(code, name, category, plus(agreements, e), policies, suspended);
      case RecognitionPolicyAdopted e ->
          new Partner(
              code,
              name,
              category,
              agreements,
              plus(
                  policies,
                  new RecognitionPolicy(
                      code,
                      e.policyVersion(),
                      e.effectiveFrom(),
                      e.rules(),
                      e.statusCheckMonths())),
              suspended);
      case PartnerSuspended _ -> new Partner(code, name, category, agreements, policies, true);
    };
  }

  private static <T> List<T> plus(List<T> list, T value) {
    return Stream.concat(list.stream(), Stream.of(value)).toList();
  }
}
