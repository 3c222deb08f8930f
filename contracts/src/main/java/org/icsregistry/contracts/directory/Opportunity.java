package org.icsregistry.contracts.directory;

import java.time.LocalDate;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity to volunteer as its events tell it.
 *
 * @param offer absent until it is published
 * @param closedFor present once it is closed
 */
public record Opportunity(String id, @Nullable Offer offer, @Nullable OpportunityEnd closedFor) {

  /** What people are wanted for. */
  public record Offer(String title, String roleId, OpportunityTerms terms) {}

  public static Opportunity unknown(String id) {
    return new Opportunity(id, null, null);
  }

  /** Code of the organisation that owns it; ids are made like those of roles. */
  public String owner() {
    return Role.owner(id);
  }

  /** Whether people of this partner may come. */
  public boolean reaches(String partner) {
    return offer != null && (owner().equals(partner) || offer.terms().reaches(partner));
  }

  /** Whether anybody may still come, from this day on. */
  public boolean openOn(LocalDate day) {
    return offer != null && closedFor == null && !offer.terms().until().isBefore(day);
  }

  public Opportunity evolve(OpportunityEvent event) {
    return switch (event) {
      case OpportunityPublished e ->
          new Opportunity(id, new Offer(e.title(), e.roleId(), e.terms()), null);
      case OpportunityAmended e -> new Opportunity(id, amended(e.terms()), closedFor);
      case OpportunityClosed e -> new Opportunity(id, offer, e.reason());
    };
  }

  private Offer amended(OpportunityTerms terms) {
    if (offer == null) {
      throw new IllegalStateException(
          "The log speaks of " + id + " before it exists: the log is out of order");
    }
    return new Offer(offer.title(), offer.roleId(), terms);
  }
}
