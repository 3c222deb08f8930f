package org.icsregistry.contracts.passport;

import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.jspecify.annotations.Nullable;

/** Recruitment of the person by one partner for one role, and whose turn it is. */
public record Application(
    String id, String partner, String roleId, Step step, WaitingOn waitingOn) {

  public enum Step {
    INTERESTED,
    OFFERED,
    ACCEPTED,
    DECLINED
  }

  /** The fold; the first event makes the application. */
  public static Application evolve(@Nullable Application before, ApplicationEvent event) {
    return switch (event) {
      case InterestExpressed e ->
          new Application(
              e.applicationId(), e.partner(), e.roleId(), Step.INTERESTED, e.waitingOn());
      case OfferMade e ->
          new Application(e.applicationId(), e.partner(), e.roleId(), Step.OFFERED, e.waitingOn());
      case OfferAnswered e ->
          new Application(
              e.applicationId(),
              e.partner(),
              e.roleId(),
              e.accepted() ? Step.ACCEPTED : Step.DECLINED,
              e.waitingOn());
    };
  }
}
