package org.icsregistry.registry.erasure;

import java.time.Instant;
import java.util.List;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.PartnerCopies;
import org.icsregistry.contracts.message.Hold;
import org.icsregistry.contracts.sealing.Category;
import org.jspecify.annotations.Nullable;

/**
 * What anybody can check about a person's erasure. Pseudonymous.
 *
 * @param subject the person's id
 * @param erasures every decision that forgot the person or a category, in the order of the log
 * @param outstanding partners that have not said what they did with their own copies
 * @param keysLeft how many keys of the person are still stored: those of holds, and, as long as
 *     only categories were erased, those of the others
 */
record Receipt(
    String subject,
    List<Erased> erasures,
    List<Acknowledged> acknowledged,
    List<String> outstanding,
    int keysLeft) {

  /** Whether this partner decided, or is or was asked to acknowledge. */
  boolean concerns(String partner) {
    return outstanding.contains(partner)
        || acknowledged.stream().anyMatch(a -> a.partner().equals(partner))
        || erasures.stream().anyMatch(e -> e.evidence().org().equals(partner));
  }

  /**
   * @param keysDestroyed at the time, and again after backups were restored
   */
  record Erased(
      ErasureGround ground,
      String decidedBy,
      List<Category> erased,
      List<Hold> holds,
      int keysDestroyed,
      @Nullable Instant destroyedAt,
      Evidence evidence) {}

  record Acknowledged(String partner, PartnerCopies copies, Evidence evidence) {}

  /**
   * Where the event stands in the log, and how to check that.
   *
   * @param entry the event's bytes, Base64; the leaf of the tree
   * @param proof the tlog-proof file, as text: inclusion path and signed checkpoint; absent in the
   *     second before the first checkpoint that covers the event
   */
  record Evidence(
      long logIndex,
      String type,
      Instant recordedAt,
      String org,
      String entry,
      @Nullable String proof) {}
}
