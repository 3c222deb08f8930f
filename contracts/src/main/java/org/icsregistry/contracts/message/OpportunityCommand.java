package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;

/**
 * Commands to an opportunity; the subject is its id, {@code <owner>.<CODE>}, and only the owner may
 * send them.
 */
public sealed interface OpportunityCommand extends Command {

  /**
   * People are wanted. The role says what they need; each partner qualifies its own people by it,
   * so only a role of the ICS may be shared with others.
   */
  @MessageType("PublishOpportunity.v1")
  @LeadsTo(OpportunityPublished.class)
  record PublishOpportunity(
      @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String title,
      @Pattern(regexp = Format.ROLE) String roleId,
      OpportunityTerms terms)
      implements OpportunityCommand {}

  /** Replaces the terms; title and role stay. */
  @MessageType("AmendOpportunity.v1")
  @LeadsTo(OpportunityAmended.class)
  record AmendOpportunity(OpportunityTerms terms) implements OpportunityCommand {}

  @MessageType("CloseOpportunity.v1")
  @LeadsTo(OpportunityClosed.class)
  record CloseOpportunity(OpportunityEnd reason) implements OpportunityCommand {}
}
