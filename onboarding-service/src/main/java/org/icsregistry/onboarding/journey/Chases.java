package org.icsregistry.onboarding.journey;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.directory.Chasing;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.JourneyCommand.ChaseStep;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.onboarding.journey.Journey.Line;
import org.jspecify.annotations.Nullable;

/**
 * Reminders of steps that are late, of one step at a time for everybody whose turn it is. A stage
 * that was missed is not made up for: nobody gets three reminders on one day.
 */
final class Chases {

  private Chases() {}

  static List<NextCommand> of(Situation s, Journey journey) {
    var next = new ArrayList<NextCommand>();
    var reminded = EnumSet.of(WaitingOn.NOBODY);
    for (var line : journey.lines()) {
      if (line.waits() && line.waitingOn() != null && reminded.add(line.waitingOn())) {
        chase(s, line, next);
      }
    }
    return next;
  }

  private static void chase(Situation s, Line line, List<NextCommand> next) {
    if (line.dueOn() == null || s.engagement().occasion() == null) {
      return;
    }
    long late = DAYS.between(line.dueOn(), s.today());
    var chasing = s.partner().chasing();
    var application = s.engagement().applying();
    if (late >= chasing.close()
        && application != null
        && application.step() == Application.Step.OFFERED) {
      next.add(close(s, application));
      return;
    }
    var stage = stage(chasing, late);
    if (stage != null) {
      next.add(chase(s, line, stage));
    }
  }

  private static @Nullable ChaseStage stage(Chasing chasing, long late) {
    if (late >= chasing.escalate()) {
      return ChaseStage.ESCALATED;
    }
    if (late >= chasing.second()) {
      return ChaseStage.SECOND;
    }
    return late >= chasing.first() ? ChaseStage.FIRST : null;
  }

  private static NextCommand chase(Situation s, Line line, ChaseStage stage) {
    var occasion = Objects.requireNonNull(s.engagement().occasion());
    var name = s.name("chase", occasion, line.requirement(), line.waitingOn(), line.dueOn(), stage);
    return NextCommand.once(
        name,
        new ChaseStep(
            s.engagement().partner(),
            s.engagement().roleId(),
            occasion,
            line.requirement(),
            Objects.requireNonNull(line.waitingOn()),
            stage,
            Objects.requireNonNull(line.dueOn())));
  }

  private static NextCommand close(Situation s, Application application) {
    return NextCommand.once(
        s.name("close", application.id()),
        new DeclineApplicant(application.id(), DeclineReason.NO_RESPONSE));
  }
}
