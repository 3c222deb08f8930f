package org.icsregistry.registry.keys;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.icsregistry.contracts.sealing.Category;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Destroys data keys, and keeps the register of what was destroyed. */
@Component
public class KeyDestruction {

  private final JdbcTemplate jdbc;
  private final KeyRing keys;

  KeyDestruction(JdbcTemplate jdbc, KeyRing keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /**
   * What an entry of the log says is to be destroyed, and what is put out of use.
   *
   * @param logIndex of the entry
   * @param subject the person's id
   */
  public record Order(long logIndex, String subject, Set<Category> destroyed, Set<Category> held) {}

  /**
   * Carries an order out; once or often makes no difference. Called in the transaction that appends
   * the entry. The keys leave this process's memory when it commits.
   *
   * @return how many keys were there to be destroyed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int carryOut(Order order) {
    int destroyed = 0;
    for (var category : order.destroyed()) {
      destroyed += destroy(order, category);
    }
    if (!order.held().isEmpty()) {
      jdbc.update(
          "update keys.subject_key set held = true where subject = ? and category = any (?)",
          ps -> {
            ps.setString(1, order.subject());
            ps.setArray(2, ps.getConnection().createArrayOf("text", codes(order.held())));
          });
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            keys.forget(List.of(order.subject()));
          }
        });
    return destroyed;
  }

  private int destroy(Order order, Category category) {
    int gone =
        jdbc.update(
            "delete from keys.subject_key where subject = ? and category = ?",
            order.subject(),
            category.code());
    jdbc.update(
        """
        insert into keys.erasure as e (log_index, subject, category, keys_destroyed) values (?, ?, ?, ?)
        on conflict (log_index, category) do update
          set keys_destroyed = e.keys_destroyed + excluded.keys_destroyed, destroyed_at = now()
          where excluded.keys_destroyed > 0
        """,
        order.logIndex(),
        order.subject(),
        category.code(),
        gone);
    return gone;
  }

  private static String[] codes(Collection<Category> categories) {
    return categories.stream().<String>map(Category::code).toArray(String[]::new);
  }
}
