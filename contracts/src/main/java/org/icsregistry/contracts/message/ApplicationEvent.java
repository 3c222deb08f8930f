package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.WaitingOn;
import org.jspecify.annotations.Nullable;

/** Recruitment of one person by one partner for one role; each event says whose turn it is then. */
public sealed interface ApplicationEvent extends Event {

  String applicationId();

  String partner();

  String roleId();

  WaitingOn waitingOn();

  @MessageType("InterestExpressed.v1")
  record InterestExpressed(
      String applicationId,
      String partner,
      String roleId,
      WaitingOn waitingOn,
      @Nullable String opportunityId)
      implements ApplicationEvent {

    /** Interest in the role itself. */
    public InterestExpressed(
        String applicationId, String partner, String roleId, WaitingOn waitingOn) {
      this(applicationId, partner, roleId, waitingOn, null);
    }
  }

  @MessageType("PlacedInTalentPool.v1")
  record PlacedInTalentPool(
      String applicationId, String partner, String roleId, WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("Applied.v1")
  record Applied(String applicationId, String partner, String roleId, WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("ConversationScheduled.v1")
  record ConversationScheduled(
      String applicationId,
      String partner,
      String roleId,
      LocalDate scheduledFor,
      WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("ConversationHeld.v1")
  record ConversationHeld(
      String applicationId, String partner, String roleId, LocalDate heldOn, WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("OfferMade.v1")
  record OfferMade(String applicationId, String partner, String roleId, WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("OfferAnswered.v1")
  record OfferAnswered(
      String applicationId, String partner, String roleId, boolean accepted, WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("ApplicantDeclined.v1")
  record ApplicantDeclined(
      String applicationId,
      String partner,
      String roleId,
      DeclineReason reason,
      WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("ApplicationWithdrawn.v1")
  record ApplicationWithdrawn(
      String applicationId,
      String partner,
      String roleId,
      LeavingReason reason,
      WaitingOn waitingOn)
      implements ApplicationEvent {}
}
