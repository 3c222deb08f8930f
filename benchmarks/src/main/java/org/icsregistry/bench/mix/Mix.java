package org.icsregistry.bench.mix;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The commands of one load: lanes over all partners. Mixes with different seeds have nobody in
 * common.
 */
public final class Mix {

  private final long seed;
  private final LocalDate today;
  private final Handover handover = new Handover();

  public Mix(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
  }

  /** As many lanes, spread evenly over the partners. */
  public List<Lane> lanes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Lane(
                Founding.PARTNERS.get(i % Founding.PARTNERS.size()),
                seed * 1_000_003 + i,
                today,
                handover))
        .toList();
  }

  /**
   * Every command given out so far is answered; people who have finished may turn up at their next
   * partner.
   */
  public void settled() {
    handover.settled();
  }
}
