package org.icsregistry.projection.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the journey from interest to volunteering goes, from the log alone. Numbers of people and of
 * what they did are to the nearest five; one that is null is held back, see {@link SmallNumbers},
 * and so is what was computed from few people.
 *
 * @param asOf when it was counted: figures are remembered for ten seconds
 * @param logIndex last entry of the log that is counted; -1 for none
 * @param waits from interest to the first activity at the same organisation
 * @param turns how long the steps of recruitment took, by whose turn it was
 * @param exits where people left, and why
 * @param reuse what organisations decided about items that others had recorded
 * @param idle people who are cleared and have not been active since
 */
public record Figures(
    Instant asOf,
    long logIndex,
    List<Wait> waits,
    List<Turn> turns,
    List<Exit> exits,
    List<Reuse> reuse,
    Savings savings,
    List<Idle> idle) {

  /**
   * @param partner the organisation's code; null for all together
   * @param median days
   * @param ninetieth days within which nine of ten were active
   */
  public record Wait(
      @Nullable String partner,
      @Nullable Long people,
      @Nullable Double median,
      @Nullable Double ninetieth) {}

  /** {@code steps} is how many steps waited on them. */
  public record Turn(
      String waitingOn,
      @Nullable Long steps,
      @Nullable Double median,
      @Nullable Double ninetieth) {}

  /**
   * @param step type of the last event before the exit
   * @param reason code
   */
  public record Exit(String step, String reason, @Nullable Long people) {}

  /**
   * @param requirement code of the requirement line
   * @param partner the organisation that decided whether to rely on it
   * @param rate reused of reused and repeated, as they are shown, in per cent
   */
  public record Reuse(
      String requirement,
      String partner,
      @Nullable Long reused,
      @Nullable Long statusCheckNeeded,
      @Nullable Long repeated,
      @Nullable Double rate) {}

  /**
   * What reuse has saved, of what is shown of it. Method: half an hour for each training that was
   * not taken again (elfh); for each DBS check not made again 14.3 days of waiting (EBC Global,
   * January 2025) and a fee for handling of 4 to 30 pounds. The DBS itself charges volunteers
   * nothing.
   */
  public record Savings(
      @Nullable Long trainings,
      @Nullable Long minutes,
      @Nullable Long checks,
      @Nullable Double days,
      @Nullable Long poundsFrom,
      @Nullable Long poundsTo) {}

  /** Cleared, and without an activity at that organisation for so many days. */
  public record Idle(int days, @Nullable Long people) {}
}
