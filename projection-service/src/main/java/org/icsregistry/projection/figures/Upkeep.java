package org.icsregistry.projection.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What needs somebody's eye, from the log alone. Numbers of people are to the nearest five; one
 * that is null is held back, see {@link SmallNumbers}.
 *
 * @param asOf when it was counted: figures are remembered for ten seconds
 * @param logIndex entry of the log up to which everything is counted; -1 for none
 * @param expiring people at each organisation for whom something they are cleared by ends soon
 * @param bypasses requirements that organisations let wait
 * @param issuers whose items others decided about
 */
public record Upkeep(
    Instant asOf,
    long logIndex,
    List<Expiring> expiring,
    List<Bypassed> bypasses,
    List<Issuer> issuers) {

  /**
   * @param days within which it ends: 90, 60, 30 or 7
   */
  public record Expiring(String partner, int days, @Nullable Long people) {}

  /**
   * @param requirement code of the requirement line
   * @param reason code
   * @param now of these people, those for whom it may wait today still
   */
  public record Bypassed(
      String partner,
      String requirement,
      String reason,
      @Nullable Long people,
      @Nullable Long now) {}

  /** {@code reused} and {@code repeated} are people with an item of this organisation. */
  public record Issuer(String issuer, @Nullable Long reused, @Nullable Long repeated) {}
}
