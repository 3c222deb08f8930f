package org.icsregistry.contracts.message;

import org.icsregistry.contracts.code.WaitingOn;

/** Recruitment of one person by one partner for one role; each event says whose turn it is then. */
public sealed interface ApplicationEvent extends Event {

  String applicationId();

  WaitingOn waitingOn();

  @MessageType("InterestExpressed.v1")
  record InterestExpressed(String applicationId, String partner, String roleId, WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("OfferMade.v1")
  record OfferMade(String applicationId, String partner, String roleId, WaitingOn waitingOn)
      implements ApplicationEvent {}

  @MessageType("OfferAnswered.v1")
  record OfferAnswered(
      String applicationId, String partner, String roleId, boolean accepted, WaitingOn waitingOn)
      implements ApplicationEvent {}
}
