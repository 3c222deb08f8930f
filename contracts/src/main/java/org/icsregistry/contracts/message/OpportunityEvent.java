package org.icsregistry.contracts.message;

import org.icsregistry.contracts.code.OpportunityEnd;

/** Events of an opportunity; the subject is its id. */
public sealed interface OpportunityEvent extends Event {

  @MessageType("OpportunityPublished.v1")
  record OpportunityPublished(String title, String roleId, OpportunityTerms terms)
      implements OpportunityEvent {}

  @MessageType("OpportunityAmended.v1")
  record OpportunityAmended(OpportunityTerms terms) implements OpportunityEvent {}

  @MessageType("OpportunityClosed.v1")
  record OpportunityClosed(OpportunityEnd reason) implements OpportunityEvent {}
}
