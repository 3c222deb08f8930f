package org.icsregistry.registry.keys;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.SealingKey;
import org.icsregistry.registry.exchange.Exchange;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All data keys: finds, makes, wraps and stores them. */
public class KeyRing implements KeySource {

  private record Holder(String subject, Category category) {}

  private final KeyTable table;
  private final KeyEncryption encryption;
  private final SecureRandom random = new SecureRandom();
  private volatile boolean released;
  private final Cache<Holder, DataKey> sealing = Caffeine.newBuilder().maximumSize(100_000).build();
  private final Cache<String, SecretKey> opening =
      Caffeine.newBuilder().maximumSize(100_000).build();

  /**
   * Keys of commands that are under way, for as long as these hold them. Until the transaction
   * commits they are nowhere else, and the next batch may have to open what they seal.
   */
  private final Cache<String, SecretKey> made = Caffeine.newBuilder().weakValues().build();

  KeyRing(KeyTable table, KeyEncryption encryption) {
    this.table = table;
    this.encryption = encryption;
  }

  /**
   * The key to seal with; made anew when the person has none of this category yet.
   *
   * @param knownNew whether the person is only now being registered, so that there is nothing to
   *     look for
   */
  public DataKey sealingKey(String subject, Category category, boolean knownNew) {
    var holder = new Holder(subject, category);
    return sealing.get(holder, h -> knownNew ? create(h) : find(h).orElseGet(() -> create(h)));
  }

  /**
   * Stores new keys. Called in the transaction that appends what they seal; they count as stored
   * only once it has committed.
   *
   * @param exchange gets the statement that stores them
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void store(Collection<DataKey> keys, Exchange exchange) {
    var fresh = keys.stream().filter(k -> !k.stored()).distinct().toList();
    if (fresh.isEmpty()) {
      return;
    }
    KeyTable.store(fresh, exchange);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            fresh.forEach(DataKey::markStored);
          }
        });
  }

  /**
   * What is to be sealed with must open again: keys that were stored before may have been destroyed
   * meanwhile, by this instance or another.
   *
   * @param exchange fails with a {@link KeyDestroyedException} when one is gone; the value has to
   *     be sealed anew
   */
  public void requireThere(Collection<DataKey> keys, Exchange exchange) {
    requireLeft(keys.stream().filter(DataKey::stored).toList(), exchange);
  }

  /** The same of all keys, those too that came with what is being written. */
  public void requireLeft(Collection<DataKey> keys, Exchange exchange) {
    var kids = keys.stream().map(k -> k.key().kid()).distinct().toList();
    if (!kids.isEmpty()) {
      KeyTable.gone(
          kids,
          exchange,
          _ -> {
            forget(keys.stream().map(DataKey::subject).distinct().toList());
            throw new KeyDestroyedException();
          });
    }
  }

  /** What was erased before is erased here too; from now on keys are handed out. */
  public void release() {
    released = true;
  }

  boolean released() {
    return released;
  }

  /** Keys that a legal hold keeps out of use, of those asked for. */
  Map<String, SecretKey> held(Collection<String> kids) {
    return encryption.unwrap(table.byId(kids, true));
  }

  /** Nothing of these people stays in memory. */
  public void forget(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return; // the usual case, and looking through all that is in memory is dear
    }
    var people = Set.copyOf(subjects);
    sealing.asMap().keySet().removeIf(holder -> people.contains(holder.subject));
    opening.asMap().keySet().removeIf(kid -> people.contains(SealingKey.subject(kid)));
    made.asMap().keySet().removeIf(kid -> people.contains(SealingKey.subject(kid)));
  }

  @Override
  public Optional<SecretKey> key(String kid) {
    var atHand = atHand(List.of(kid)).get(kid);
    if (atHand != null) {
      return Optional.of(atHand);
    }
    var read = Optional.ofNullable(encryption.unwrap(table.byId(List.of(kid), false)).get(kid));
    read.ifPresent(key -> opening.put(kid, key));
    return read;
  }

  /** Those of the keys that exist, with one look at the store for all that are not at hand. */
  public Map<String, SecretKey> all(Collection<String> kids) {
    var found = atHand(kids);
    var missing = kids.stream().filter(kid -> !found.containsKey(kid)).toList();
    if (!missing.isEmpty()) {
      found.putAll(encryption.unwrap(table.byId(missing, false)));
    }
    return found;
  }

  private Map<String, SecretKey> atHand(Collection<String> kids) {
    var found = new HashMap<String, SecretKey>(made.getAllPresent(kids));
    found.putAll(opening.getAllPresent(kids));
    return found;
  }

  private Optional<DataKey> find(Holder holder) {
    return table.newest(holder.subject, holder.category).stream()
        .findFirst()
        .map(wrapped -> {
          var key = requireNonNull(encryption.unwrap(List.of(wrapped)).get(wrapped.id()));
          return new DataKey(
              new SealingKey(wrapped.id(), key), holder.subject, holder.category, wrapped, true);
        });
  }

  private DataKey create(Holder holder) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var suffix = new byte[4];
    random.nextBytes(suffix);
    var kid =
        holder.subject + "." + holder.category.code() + "." + HexFormat.of().formatHex(suffix);
    var key = new SecretKeySpec(bytes, "AES");
    // Wrapped here and not where it is stored, which is under the log's lock.
    var wrapped = encryption.wrap(Map.of(kid, key)).getFirst();
    opening.put(kid, key);
    made.put(kid, key);
    return new DataKey(new SealingKey(kid, key), holder.subject, holder.category, wrapped, false);
  }
}
