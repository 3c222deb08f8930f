package org.icsregistry.contracts.passport;

import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicationWithdrawn;
import org.icsregistry.contracts.message.ApplicationEvent.Applied;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationHeld;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationScheduled;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.ApplicationEvent.PlacedInTalentPool;

/** Recruitment of the person by one partner for one role, and whose turn it is. */
public record Application(
    String id, String partner, String roleId, Step step, WaitingOn waitingOn) {

  public enum Step {
    INTERESTED,
    TALENT_POOL,
    APPLIED,
    CONVERSATION_PLANNED,
    CONVERSATION_HELD,
    OFFERED,
    ACCEPTED,
    /** The person said no to the offer. */
    DECLINED,
    /** The partner did not take the person. */
    UNSUCCESSFUL,
    /** The person dropped out. */
    WITHDRAWN;

    /** Whether anything can still come of it. */
    public boolean open() {
      return compareTo(DECLINED) < 0;
    }

    /** Whether an offer is still to be made. */
    public boolean beforeOffer() {
      return compareTo(OFFERED) < 0;
    }
  }

  /** The fold; each event says everything there is to know. */
  public static Application evolve(ApplicationEvent e) {
    return new Application(e.applicationId(), e.partner(), e.roleId(), step(e), e.waitingOn());
  }

  private static Step step(ApplicationEvent event) {
    return switch (event) {
      case InterestExpressed _ -> Step.INTERESTED;
      case PlacedInTalentPool _ -> Step.TALENT_POOL;
      case Applied _ -> Step.APPLIED;
      case ConversationScheduled _ -> Step.CONVERSATION_PLANNED;
      case ConversationHeld _ -> Step.CONVERSATION_HELD;
      case OfferMade _ -> Step.OFFERED;
      case OfferAnswered e -> e.accepted() ? Step.ACCEPTED : Step.DECLINED;
      case ApplicantDeclined _ -> Step.UNSUCCESSFUL;
      case ApplicationWithdrawn _ -> Step.WITHDRAWN;
    };
  }
}
