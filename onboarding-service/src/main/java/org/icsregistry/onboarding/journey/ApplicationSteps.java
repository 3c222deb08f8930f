package org.icsregistry.onboarding.journey;

import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Application.Step;
import org.icsregistry.onboarding.journey.Journey.Line;
import org.icsregistry.onboarding.journey.Journey.Standing;

/**
 * What takes an application further, and within how many days. From interest to volunteering takes
 * months where nobody minds the days; a person who hears within a week stays.
 */
final class ApplicationSteps {

  private ApplicationSteps() {}

  static Line line(Application application, Times times) {
    return Line.open(
        application.step().name(),
        true,
        Standing.MISSING,
        next(application.step()),
        application.waitingOn(),
        days(application.step()),
        times.applicationSince(application));
  }

  private static NextStep next(Step step) {
    return switch (step) {
      case INTERESTED, TALENT_POOL, APPLIED, CONVERSATION_HELD -> NextStep.ANSWER_APPLICATION;
      case CONVERSATION_PLANNED -> NextStep.HOLD_CONVERSATION;
      case OFFERED -> NextStep.ANSWER_OFFER;
      case ACCEPTED, DECLINED, UNSUCCESSFUL, WITHDRAWN -> throw decided(step);
    };
  }

  private static int days(Step step) {
    return switch (step) {
      case INTERESTED, CONVERSATION_HELD -> 5;
      case APPLIED, OFFERED -> 7;
      case CONVERSATION_PLANNED -> 14;
      case TALENT_POOL -> 90;
      case ACCEPTED, DECLINED, UNSUCCESSFUL, WITHDRAWN -> throw decided(step);
    };
  }

  private static IllegalStateException decided(Step step) {
    return new IllegalStateException("An application at step " + step + " waits for nobody");
  }
}
