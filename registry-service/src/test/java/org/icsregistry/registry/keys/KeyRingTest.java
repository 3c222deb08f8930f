package org.icsregistry.registry.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.icsregistry.contracts.sealing.Category;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is in memory before anything is stored. */
class KeyRingTest {

  /** More than stay in memory for their own sake. */
  private static final int MANY = 150_000;

  private final KeyRing ring = new KeyRing(new EmptyTable(), new NotWrapping());

  /** The next batch opens what an earlier one has sealed and not yet committed. */
  @Test
  void aKeyThatACommandHolds_opensBeforeItIsStored() {
    var held = IntStream.range(0, MANY).mapToObj(this::make).toList();
    assertThat(held).allSatisfy(k -> assertThat(ring.key(k.key().kid())).hasValue(k.key().key()));
    var kids = held.stream().map(k -> k.key().kid()).toList();
    assertThat(ring.all(kids)).hasSize(MANY);
  }

  @Test
  void aForgottenPersonsKey_doesNotOpen_thoughACommandHoldsIt() {
    var key = make(1);
    var another = make(2);
    ring.forget(List.of("person-1"));
    assertThat(ring.key(key.key().kid())).isEmpty();
    assertThat(ring.key(another.key().kid())).hasValue(another.key().key());
  }

  private DataKey make(int person) {
    return ring.sealingKey("person-" + person, Category.CHECKS, true);
  }

  private static final class EmptyTable extends KeyTable {

    EmptyTable() {
      super(new JdbcTemplate());
    }

    @Override
    List<Wrapped> byId(Collection<String> kids, boolean underHold) {
      return List.of();
    }
  }

  private static final class NotWrapping implements KeyEncryption {

    @Override
    public String current() {
      return "none";
    }

    @Override
    public boolean has(String kek) {
      return true;
    }

    @Override
    public List<Wrapped> wrap(Map<String, SecretKey> keys) {
      return keys.keySet().stream().map(kid -> new Wrapped(kid, "none", new byte[0])).toList();
    }

    @Override
    public Map<String, SecretKey> unwrap(Collection<Wrapped> keys) {
      return Map.of();
    }
  }
}
