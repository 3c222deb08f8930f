package org.icsregistry.bench.sealing;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.icsregistry.bench.BenchException;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.contracts.sealing.SealingKey;

/** Names, sealed and opened on one thread; each person has a key of their own, at hand. */
public final class Sealing {

  private static final int PEOPLE = 1_000;
  private static final double MICROSECOND = 1e3;
  private static final String NAME = "{\"given\":\"Some\",\"family\":\"Body\"}";

  private final List<SealingKey> keys = new ArrayList<>();
  private final Map<String, SecretKey> byId = new HashMap<>();
  private final List<Sealed<PersonName>> sealed = new ArrayList<>();

  public Sealing() {
    for (int i = 0; i < PEOPLE; i++) {
      var key = new byte[32];
      new SecureRandom().nextBytes(key);
      keys.add(new SealingKey(UUID.randomUUID() + ".contact.1", new SecretKeySpec(key, "AES")));
      byId.put(keys.get(i).kid(), keys.get(i).key());
      sealed.add(seal(i));
    }
  }

  /** Microseconds for one value, the median of a thousand at a time. */
  public record Costs(double seal, double open) {}

  /**
   * @param time how long each way; as long again before, to warm up
   */
  public Costs run(Duration time) {
    return new Costs(median(time, i -> sealed.set(i, seal(i))), median(time, this::open));
  }

  private Sealed<PersonName> seal(int person) {
    return SealedValues.seal(
        keys.get(person), "RegisterVolunteer.name", UUID.randomUUID().toString(), NAME);
  }

  private void open(int person) {
    var opened =
        SealedValues.open(
            sealed.get(person), PersonName.class, kid -> Optional.ofNullable(byId.get(kid)));
    if (opened.toOptional().isEmpty()) {
      throw new BenchException("Expected a name, got " + opened);
    }
  }

  private static double median(Duration time, IntConsumer work) {
    var _ = run(time, work);
    var sorted = run(time, work).stream().sorted().toList();
    return sorted.get(sorted.size() / 2) / MICROSECOND / PEOPLE;
  }

  private static List<Long> run(Duration time, IntConsumer work) {
    var nanos = new ArrayList<Long>();
    long end = System.nanoTime() + time.toNanos();
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      for (int i = 0; i < PEOPLE; i++) {
        work.accept(i);
      }
      nanos.add(System.nanoTime() - start);
    }
    return nanos;
  }
}
