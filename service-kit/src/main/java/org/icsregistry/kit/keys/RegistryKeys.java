package org.icsregistry.kit.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.contracts.sealing.SealingKey;

/**
 * Data keys from the registry, remembered for a minute: long enough for a batch, short enough that
 * an erasure takes effect here too. That a key is missing is believed for five seconds only.
 *
 * <p>Every method throws {@link KeysUnavailableException} when the registry does not answer; a
 * person is never taken for erased because of that.
 */
public final class RegistryKeys implements KeySource {

  private static final Duration PRESENT = Duration.ofSeconds(60);
  private static final Duration ABSENT = Duration.ofSeconds(5);
  private static final int MOST = 100_000;
  private static final int AT_ONCE = 500;

  private final KeyEndpoint endpoint;
  private final Cache<String, Optional<SecretKey>> known;

  RegistryKeys(KeyEndpoint endpoint, Ticker ticker) {
    this.endpoint = endpoint;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .ticker(ticker)
            .expireAfter(
                Expiry.<String, Optional<SecretKey>>writing(
                    (kid, key) -> key.isPresent() ? PRESENT : ABSENT))
            .build();
  }

  @Override
  public Optional<SecretKey> key(String kid) {
    var key = known.getIfPresent(kid);
    return key != null ? key : fetch(List.of(kid)).getOrDefault(kid, Optional.empty());
  }

  /**
   * Fetches together what {@link #key} will be asked for, instead of one request per value.
   *
   * @return has them all at hand, however many others are fetched meanwhile; not to be kept
   */
  public KeySource prefetch(Collection<? extends Sealed<?>> values) {
    Map<String, Optional<SecretKey>> atHand = new HashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    for (var value : values) {
      var kid = SealedValues.keyId(value);
      var key = known.getIfPresent(kid);
      if (key == null) {
        missing.add(kid);
      } else {
        atHand.put(kid, key);
      }
    }
    var all = new ArrayList<>(missing);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      atHand.putAll(fetch(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
    }
    return kid -> {
      var key = atHand.get(kid);
      return key == null ? key(kid) : key;
    };
  }

  /** The keys of these people leave the memory of this service; the log says that they are gone. */
  public void forget(Collection<String> subjects) {
    var people = Set.copyOf(subjects);
    known.asMap().keySet().removeIf(kid -> people.contains(SealingKey.subject(kid)));
  }

  private Map<String, Optional<SecretKey>> fetch(List<String> kids) {
    var keys = endpoint.fetch(kids);
    known.putAll(keys);
    return keys;
  }
}
