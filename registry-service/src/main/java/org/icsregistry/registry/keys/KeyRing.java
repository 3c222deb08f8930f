package org.icsregistry.registry.keys;

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
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.SealingKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All data keys: finds, makes, wraps and stores them. */
public class KeyRing implements KeySource {

  private record Holder(String subject, Category category) {}

  private final JdbcTemplate jdbc;
  private final KeyEncryptionKey kek;
  private final SecureRandom random = new SecureRandom();
  private volatile boolean released;
  private final Cache<Holder, DataKey> sealing = Caffeine.newBuilder().maximumSize(100_000).build();
  private final Cache<String, SecretKey> opening =
      Caffeine.newBuilder().maximumSize(100_000).build();

  KeyRing(JdbcTemplate jdbc, KeyEncryptionKey kek) {
    this.jdbc = jdbc;
    this.kek = kek;
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
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void store(Collection<DataKey> keys) {
    var fresh = keys.stream().filter(k -> !k.stored()).distinct().toList();
    if (fresh.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into keys.subject_key (kid, subject, category, wrapped)
        select * from unnest(?::text[], ?::text[], ?::text[], ?::bytea[]) on conflict (kid) do nothing
        """,
        ps -> {
          var c = ps.getConnection();
          ps.setArray(1, c.createArrayOf("text", texts(fresh, k -> k.key().kid())));
          ps.setArray(2, c.createArrayOf("text", texts(fresh, DataKey::subject)));
          ps.setArray(3, c.createArrayOf("text", texts(fresh, k -> k.category().code())));
          ps.setArray(4, c.createArrayOf("bytea", wrapped(fresh)));
        });
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
   * @throws KeyDestroyedException when one is gone; the value has to be sealed anew
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requireThere(Collection<DataKey> keys) {
    var kids = keys.stream().filter(DataKey::stored).map(k -> k.key().kid()).distinct().toList();
    if (kids.isEmpty()) {
      return;
    }
    List<String> gone =
        jdbc.query(
            """
            select k.kid from unnest(?::text[]) as k (kid)
            where not exists (select 1 from keys.subject_key s where s.kid = k.kid and not s.held)
            """,
            ps -> ps.setArray(1, ps.getConnection().createArrayOf("text", kids.toArray())),
            (row, _) -> row.getString(1));
    if (!gone.isEmpty()) {
      forget(keys.stream().map(DataKey::subject).distinct().toList());
      throw new KeyDestroyedException(gone.size());
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
    return stored(kids, "held");
  }

  /** Nothing of these people stays in memory. */
  public void forget(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return; // the usual case, and looking through all that is in memory is dear
    }
    var people = Set.copyOf(subjects);
    sealing.asMap().keySet().removeIf(holder -> people.contains(holder.subject));
    opening.asMap().keySet().removeIf(kid -> people.contains(SealingKey.subject(kid)));
  }

  private static String[] texts(List<DataKey> keys, Function<DataKey, String> column) {
    return keys.stream().map(column).toArray(String[]::new);
  }

  private byte[][] wrapped(List<DataKey> keys) {
    return keys.stream().map(k -> kek.wrap(k.key().kid(), k.key().key())).toArray(byte[][]::new);
  }

  @Override
  public Optional<SecretKey> key(String kid) {
    var cached = opening.getIfPresent(kid);
    if (cached != null) {
      return Optional.of(cached);
    }
    var read = read(kid);
    read.ifPresent(key -> opening.put(kid, key));
    return read;
  }

  /** Those of the keys that exist, with one look at the store for all that are not at hand. */
  public Map<String, SecretKey> all(Collection<String> kids) {
    var found = new HashMap<String, SecretKey>(opening.getAllPresent(kids));
    var missing = kids.stream().filter(kid -> !found.containsKey(kid)).toList();
    if (!missing.isEmpty()) {
      found.putAll(stored(missing, "not held"));
    }
    return found;
  }

  private Map<String, SecretKey> stored(Collection<String> kids, String which) {
    var found = new HashMap<String, SecretKey>();
    jdbc.query(
        "select kid, wrapped from keys.subject_key where kid = any (?) and " + which,
        ps -> ps.setArray(1, ps.getConnection().createArrayOf("text", kids.toArray())),
        row -> {
          var kid = row.getString(1);
          found.put(kid, kek.unwrap(kid, row.getBytes(2)));
        });
    return found;
  }

  private Optional<SecretKey> read(String kid) {
    return jdbc
        .query(
            "select wrapped from keys.subject_key where kid = ? and not held",
            (row, _) -> row.getBytes(1),
            kid)
        .stream()
        .findFirst()
        .map(wrapped -> kek.unwrap(kid, wrapped));
  }

  private Optional<DataKey> find(Holder holder) {
    List<DataKey> found =
        jdbc.query(
            "select kid, wrapped from keys.subject_key where subject = ? and category = ? and not held order by created_at desc limit 1",
            (row, _) -> {
              var kid = row.getString(1);
              return new DataKey(
                  new SealingKey(kid, kek.unwrap(kid, row.getBytes(2))),
                  holder.subject,
                  holder.category,
                  true);
            },
            holder.subject,
            holder.category.code());
    return found.stream().findFirst();
  }

  private DataKey create(Holder holder) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var suffix = new byte[4];
    random.nextBytes(suffix);
    var kid =
        holder.subject + "." + holder.category.code() + "." + HexFormat.of().formatHex(suffix);
    var key = new SecretKeySpec(bytes, "AES");
    opening.put(kid, key);
    return new DataKey(new SealingKey(kid, key), holder.subject, holder.category, false);
  }
}
