package org.icsregistry.contracts.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.ChasingSet;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSucceeded;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.message.PartnerEvent.SignaturesRequired;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyRegistered;
import org.icsregistry.contracts.message.PartnerEvent.SigningKeyWithdrawn;
import org.icsregistry.contracts.message.PartnerEvent.SystemConnected;
import org.icsregistry.contracts.message.PartnerEvent.UsersTrained;
import org.icsregistry.contracts.rules.RecognitionPolicy;
import org.icsregistry.contracts.signature.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * A partner organisation as its events tell it.
 *
 * @param code ODS code or register number
 * @param name absent until registered
 * @param agreements everything it signed, in the order of the log
 * @param policies all versions of its recognition policy, oldest first
 * @param signing the keys it signs with, and whether it must
 * @param chasing when its late steps are reminded of
 * @param growth how far it has come, and where it goes on
 */
public record Partner(
    String code,
    @Nullable String name,
    @Nullable IssuerCategory category,
    List<AgreementSigned> agreements,
    List<RecognitionPolicy> policies,
    boolean suspended,
    Signing signing,
    Chasing chasing,
    Growth growth) {

  /**
   * How far the organisation has come, and where it goes on.
   *
   * @param usersTrained how many people have learnt to use the registry
   * @param systems that speak with the registry, in the order of the log
   * @param successor in which it goes on
   * @param predecessors that go on in it
   */
  public record Growth(
      int usersTrained,
      List<SystemConnected> systems,
      @Nullable String successor,
      List<String> predecessors) {

    static final Growth NONE = new Growth(0, List.of(), null, List.of());

    private Growth plus(UsersTrained e) {
      return new Growth(usersTrained + e.users(), systems, successor, predecessors);
    }

    private Growth plus(SystemConnected e) {
      return new Growth(usersTrained, Partner.plus(systems, e), successor, predecessors);
    }

    private Growth succeeded(PartnerSucceeded e, String code) {
      return e.predecessor().equals(code)
          ? new Growth(usersTrained, systems, e.successor(), predecessors)
          : new Growth(
              usersTrained, systems, successor, Partner.plus(predecessors, e.predecessor()));
    }
  }

  /**
   * Signatures on commands.
   *
   * @param registered every key there ever was, by its id
   * @param withdrawn ids of those that sign no more
   */
  public record Signing(
      Map<String, SigningKey> registered, Set<String> withdrawn, boolean required) {

    static final Signing NONE = new Signing(Map.of(), Set.of(), false);

    /** How many keys sign now. */
    public int inForce() {
      return registered.size() - withdrawn.size();
    }

    private Signing plus(SigningKeyRegistered e) {
      var keys = new TreeMap<>(registered);
      keys.put(e.kid(), e.key());
      return new Signing(Collections.unmodifiableMap(keys), withdrawn, required);
    }

    private Signing minus(String kid) {
      var gone = new TreeSet<>(withdrawn);
      gone.add(kid);
      return new Signing(registered, Collections.unmodifiableSet(gone), required);
    }

    private Signing requiring(boolean required) {
      return new Signing(registered, withdrawn, required);
    }
  }

  public static Partner unknown(String code) {
    return new Partner(
        code, null, null, List.of(), List.of(), false, Signing.NONE, Chasing.USUAL, Growth.NONE);
  }

  public boolean registered() {
    return name != null;
  }

  public boolean signed(AgreementType agreement) {
    for (var signed : agreements) {
      if (signed.agreement() == agreement) {
        return true;
      }
    }
    return false;
  }

  /** Agreements that it must sign before it may act and has not signed. */
  public List<AgreementType> missingAgreements() {
    // Asked for each request.
    var missing = new ArrayList<AgreementType>(0);
    for (var agreement : AgreementType.values()) {
      if (agreement.requiredToAct() && !signed(agreement)) {
        missing.add(agreement);
      }
    }
    return missing;
  }

  /** The policy in force on a day: the newest version that is effective by then. */
  public RecognitionPolicy policyOn(LocalDate day) {
    return policies.stream()
        .filter(p -> !p.effectiveFrom().isAfter(day))
        .max(Comparator.comparingInt(RecognitionPolicy::version))
        .orElseGet(() -> RecognitionPolicy.none(code))
        .succeeding(growth.predecessors());
  }

  /** The organisation in which this one goes on; absent while it acts itself. */
  public @Nullable String successor() {
    return growth.successor();
  }

  /** A key that signs for this partner now. */
  public Optional<SigningKey> signingKey(String kid) {
    return signing.withdrawn().contains(kid)
        ? Optional.empty()
        : Optional.ofNullable(signing.registered().get(kid));
  }

  /** Whether its commands must be signed. */
  public boolean signaturesRequired() {
    return signing.required();
  }

  public Partner evolve(PartnerEvent event) {
    return switch (event) {
      case PartnerRegistered e ->
          new Partner(
              code,
              e.name(),
              e.category(),
              agreements,
              policies,
              suspended,
              signing,
              chasing,
              growth);
      case AgreementSigned e ->
          new Partner(
              code,
              name,
              category,
              plus(agreements, e),
              policies,
              suspended,
              signing,
              chasing,
              growth);
      case RecognitionPolicyAdopted e ->
          new Partner(
              code,
              name,
              category,
              agreements,
              plus(policies, policy(e)),
              suspended,
              signing,
              chasing,
              growth);
      case PartnerSuspended _ ->
          new Partner(code, name, category, agreements, policies, true, signing, chasing, growth);
      case SigningKeyRegistered e -> with(signing.plus(e));
      case SigningKeyWithdrawn e -> with(signing.minus(e.kid()));
      case SignaturesRequired e -> with(signing.requiring(e.required()));
      case ChasingSet e ->
          new Partner(
              code,
              name,
              category,
              agreements,
              policies,
              suspended,
              signing,
              Chasing.of(e),
              growth);
      case UsersTrained e -> with(growth.plus(e));
      case SystemConnected e -> with(growth.plus(e));
      case PartnerSucceeded e -> succeeded(e);
    };
  }

  private Partner with(Signing signing) {
    return new Partner(
        code, name, category, agreements, policies, suspended, signing, chasing, growth);
  }

  /** Who goes on in another organisation may not act any more. */
  private Partner succeeded(PartnerSucceeded e) {
    return new Partner(
        code,
        name,
        category,
        agreements,
        policies,
        suspended || e.predecessor().equals(code),
        signing,
        chasing,
        growth.succeeded(e, code));
  }

  private Partner with(Growth growth) {
    return new Partner(
        code, name, category, agreements, policies, suspended, signing, chasing, growth);
  }

  private RecognitionPolicy policy(RecognitionPolicyAdopted e) {
    return new RecognitionPolicy(
        code, e.policyVersion(), e.effectiveFrom(), e.rules(), e.statusCheckMonths());
  }

  private static <T> List<T> plus(List<T> list, T value) {
    return Stream.concat(list.stream(), Stream.of(value)).toList();
  }
}
