package org.icsregistry.onboarding.journey;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.icsregistry.contracts.message.JourneyCommand.NoticeIdle;
import org.icsregistry.contracts.message.JourneyCommand.WarnOfExpiry;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementStatus.Met;

/** What is said about people who are cleared: that it will end, and that they are not asked. */
final class Warnings {

  private static final int[] DAYS_LEFT = {7, 30, 60, 90};
  private static final int[] DAYS_IDLE = {60, 14};

  private Warnings() {}

  static List<NextCommand> of(Situation s, List<Requirement> requirements) {
    if (s.clearance().isEmpty() || s.engagement().occasion() == null || s.engagement().resting()) {
      return List.of();
    }
    var next = new ArrayList<NextCommand>();
    for (var requirement : requirements) {
      if (requirement.line().blocking()
          && requirement.status() instanceof Met met
          && met.itemId() != null
          && met.until() != null) {
        expiry(s, requirement.line().code(), met, next);
      }
    }
    idle(s, next);
    return next;
  }

  private static void expiry(Situation s, String requirement, Met met, List<NextCommand> next) {
    // The last day still counts.
    long left = DAYS.between(s.today(), Objects.requireNonNull(met.until())) + 1;
    IntStream.of(DAYS_LEFT)
        .filter(days -> left <= days && left > 0)
        .findFirst()
        .ifPresent(days ->
            next.add(
                NextCommand.once(
                    s.name("expiry", requirement, met.itemId(), met.until(), days),
                    new WarnOfExpiry(
                        s.engagement().partner(), s.engagement().roleId(), requirement, days))));
  }

  private static void idle(Situation s, List<NextCommand> next) {
    var since = s.times().idleSince(s.engagement());
    long idle = DAYS.between(since, s.today());
    IntStream.of(DAYS_IDLE)
        .filter(days -> idle >= days)
        .findFirst()
        .ifPresent(days ->
            next.add(
                NextCommand.once(
                    s.name("idle", since, days),
                    new NoticeIdle(s.engagement().partner(), s.engagement().roleId(), days))));
  }
}
