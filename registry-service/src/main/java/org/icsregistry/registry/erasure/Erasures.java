package org.icsregistry.registry.erasure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Hold;
import org.icsregistry.registry.keys.KeyDestruction;
import org.icsregistry.registry.keys.KeyDestruction.Order;
import org.icsregistry.registry.store.RecordedErasure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what the log says is to be forgotten. */
@Component
public class Erasures {

  private final KeyDestruction keys;

  Erasures(KeyDestruction keys) {
    this.keys = keys;
  }

  /**
   * Called in the transaction that appends the entries, and again for entries of before.
   *
   * @return how many keys were destroyed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int carryOut(List<RecordedErasure> erasures) {
    return erasures.stream()
        .map(Erasures::order)
        .flatMap(Optional::stream)
        .mapToInt(keys::carryOut)
        .sum();
  }

  private static Optional<Order> order(RecordedErasure entry) {
    return switch (entry.event()) {
      case VolunteerErased e ->
          Optional.of(
              new Order(
                  entry.logIndex(),
                  entry.subject(),
                  Set.copyOf(e.erased()),
                  e.holds().stream().map(Hold::category).collect(Collectors.toUnmodifiableSet())));
      case CategoryErased e ->
          Optional.of(new Order(entry.logIndex(), entry.subject(), Set.of(e.category()), Set.of()));
      case ErasureAcknowledged _, ProcessingRestricted _, RestrictionLifted _ -> Optional.empty();
    };
  }
}
