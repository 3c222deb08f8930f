package org.icsregistry.bench.mix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.bench.mix.Lane.Memory;

/**
 * The commands of one load: lanes over all partners. Mixes with different seeds have nobody in
 * common.
 */
public final class Mix {

  private final long seed;
  private final LocalDate today;
  private final Handover handover = new Handover();
  private final List<Lane> lanes = new ArrayList<>();

  public Mix(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
  }

  /** As many lanes, spread evenly over the partners. */
  public List<Lane> lanes(int count) {
    var made =
        IntStream.range(0, count)
            .mapToObj(i ->
                new Lane(
                    Founding.PARTNERS.get(i % Founding.PARTNERS.size()),
                    seed * 1_000_003 + i,
                    today,
                    handover))
            .toList();
    lanes.addAll(made);
    return made;
  }

  /** What is given out from now on can be repeated. */
  public void remember() {
    lanes.forEach(lane -> lane.memory(Memory.KEEP));
  }

  /**
   * What was remembered is given out again and again: commands that are answered already, which
   * cost nearly what new ones cost and leave the log as it is.
   */
  public void repeat() {
    lanes.forEach(lane -> lane.memory(Memory.REPEAT));
  }

  /** Only new commands again. */
  public void goOn() {
    lanes.forEach(lane -> lane.memory(Memory.NONE));
  }

  /**
   * Every command given out so far is answered; people who have finished may turn up at their next
   * partner.
   */
  public void settled() {
    handover.settled();
  }
}
