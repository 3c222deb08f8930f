package org.icsregistry.registry.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Moving from one keeper to another: the first wraps, the others still open what they wrapped until
 * all of it is wrapped anew.
 */
final class SeveralKeepers implements KeyEncryption {

  private final List<KeyEncryption> keepers;

  SeveralKeepers(List<KeyEncryption> keepers) {
    this.keepers = List.copyOf(keepers);
  }

  @Override
  public String current() {
    return keepers.getFirst().current();
  }

  @Override
  public Optional<String> missingSoon() {
    return keepers.getFirst().missingSoon();
  }

  @Override
  public boolean has(String kek) {
    return keepers.stream().anyMatch(keeper -> keeper.has(kek));
  }

  @Override
  public List<Wrapped> wrap(Map<String, SecretKey> keys) {
    return keepers.getFirst().wrap(keys);
  }

  @Override
  public Map<String, SecretKey> unwrap(Collection<Wrapped> keys) {
    var byKeeper = new LinkedHashMap<KeyEncryption, List<Wrapped>>();
    for (var key : keys) {
      byKeeper.computeIfAbsent(keeperOf(key.kek()), _ -> new ArrayList<>()).add(key);
    }
    var unwrapped = new HashMap<String, SecretKey>();
    byKeeper.forEach((keeper, theirs) -> unwrapped.putAll(keeper.unwrap(theirs)));
    return unwrapped;
  }

  private KeyEncryption keeperOf(String kek) {
    return keepers.stream()
        .filter(keeper -> keeper.has(kek))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "Expected the key-encryption key %s, which has wrapped data keys; no file and no service that is configured has it"
                    .formatted(kek)));
  }
}
