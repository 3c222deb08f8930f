package org.icsregistry.projection.passport;

import java.util.Collection;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.kit.keys.KeysUnavailableException;
import org.icsregistry.kit.keys.RegistryKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gets the keys of what is about to be shown, all at once. */
@Component
class KeysAtHand {

  private static final Logger LOG = LoggerFactory.getLogger(KeysAtHand.class);

  private final RegistryKeys keys;

  KeysAtHand(RegistryKeys keys) {
    this.keys = keys;
  }

  /**
   * @throws Refusal 503 when the registry hands out none at this moment
   */
  void fetch(Collection<? extends Sealed<?>> values) {
    try {
      var _ = keys.prefetch(values);
    } catch (KeysUnavailableException e) {
      LOG.warn("Passports cannot be opened at this moment", e);
      throw new Refusal(
          ProblemCode.UNAVAILABLE,
          "the registry to hand out the keys of a passport",
          "no keys at this moment",
          "ask again in a few seconds");
    }
  }
}
