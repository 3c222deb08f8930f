package org.icsregistry.registry.keys;

import static java.util.Objects.requireNonNull;

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
      jdbc.query(
          "select keys.hold(?, ?)",
          ps -> {
            ps.setString(1, order.subject());
            ps.setArray(2, ps.getConnection().createArrayOf("text", codes(order.held())));
          },
          _ -> {});
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
    return requireNonNull(
        jdbc.queryForObject(
            "select keys.destroy(?, ?, ?)",
            Integer.class,
            order.logIndex(),
            order.subject(),
            category.code()));
  }

  private static String[] codes(Collection<Category> categories) {
    return categories.stream().<String>map(Category::code).toArray(String[]::new);
  }
}
