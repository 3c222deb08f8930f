package org.icsregistry.local.demo.people;

import java.util.List;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LeavingReason;

/** The mixes. Where no source is named, none is published and the figure is this project's own. */
final class Figures {

  /**
   * How long ago people may have come, in days. Below the twelve months after which references and
   * yearly training no longer count, with room for commands that are sent some weeks later.
   */
  static final int HISTORY_DAYS = 300;

  /*
   * From interest to activity. Southampton mealtime assistants (Roberts et al., 2014): 59 identified,
   * 38 trained, 29 active. Offer, answer and completed requirements multiply to 38/59.
   */
  static final double OFFERED = 0.85;
  static final double ANSWERED = 0.95;
  static final double ACCEPTED = 0.95;
  static final double COMPLETED = 0.84;
  static final double STARTED = 29.0 / 38;

  /**
   * NHS Volunteer Responders to January 2021: 397,940 of 647,405 approved were ever on duty (HIN).
   */
  static final double ON_DUTY = 397_940.0 / 647_405;

  /** Of those on duty: over 100,000 did any task (HIN). */
  static final double ANY_TASK = 100_000.0 / 397_940;

  /** Mean stay of 5.5 months (Southampton). */
  static final double STAY_DAYS = 167;

  static final double MOVES_TO_SECOND_PARTNER = 0.2;
  static final double ITEM_WITHDRAWN = 0.01;
  static final double STATUS_CHECK_MADE = 0.9;

  static final double ON_UPDATE_SERVICE = 0.6;
  static final double CONSENTS_TO_STATUS_CHECKS = 0.9;
  static final double NOT_CURRENT = 0.02;

  static final double DAYS_TO_OFFER = 7;
  static final double DAYS_TO_ANSWER = 3;

  static final int MOST_ACTIVITIES = 60;

  /** Ages from {@code first} to {@code last}. */
  record Band(int first, int last) {}

  /** From about 80 in 100 between 20 and 59 (HIN). */
  static final List<Weighted<Band>> AGES =
      List.of(
          new Weighted<>(new Band(16, 19), 5),
          new Weighted<>(new Band(20, 29), 22),
          new Weighted<>(new Band(30, 39), 20),
          new Weighted<>(new Band(40, 49), 19),
          new Weighted<>(new Band(50, 59), 19),
          new Weighted<>(new Band(60, 69), 9),
          new Weighted<>(new Band(70, 79), 6));

  static final List<Weighted<LeavingReason>> LEAVING =
      List.of(
          new Weighted<>(LeavingReason.CHANGED_AVAILABILITY, 32),
          new Weighted<>(LeavingReason.COMPLETED, 15),
          new Weighted<>(LeavingReason.FOUND_OTHER_ROLE, 12),
          new Weighted<>(LeavingReason.NO_OR_FEW_TASKS, 11),
          new Weighted<>(LeavingReason.PERSONAL, 10),
          new Weighted<>(LeavingReason.MOVED_AREA, 9),
          new Weighted<>(LeavingReason.ROLE_UNCLEAR, 4),
          new Weighted<>(LeavingReason.COST_OR_EXPENSES, 4),
          new Weighted<>(LeavingReason.TECHNOLOGY_BARRIER, 3));

  /** Outward postcodes around Manchester. */
  static final List<String> AREAS =
      List.of("M1", "M8", "M14", "M20", "M33", "OL6", "SK1", "SK4", "BL1", "WN1", "WA14", "SK10");

  private Figures() {}

  /**
   * Mean days of a DBS check: enhanced 14.3, standard 1.3, basic 0.8 (EBC Global, January 2025).
   */
  static double dbsDays(CheckLevel level) {
    return switch (level) {
      case BASIC -> 0.8;
      case STANDARD -> 1.3;
      default -> 14.3;
    };
  }

  /** Days to the next activity. Weekly sessions: Birmingham Women's and Children's. */
  static int daysToNext(EngagementMode mode, Dice dice) {
    if (mode == EngagementMode.MICRO_TASK) {
      return 1 + dice.days(3);
    }
    return dice.chance(0.85) ? 7 : 14;
  }

  /** Minutes of one activity. Sessions of 2 to 4 hours: Birmingham Women's and Children's. */
  static int minutes(EngagementMode mode, Dice dice) {
    return mode == EngagementMode.MICRO_TASK ? 5 * dice.between(2, 12) : 15 * dice.between(8, 16);
  }
}
