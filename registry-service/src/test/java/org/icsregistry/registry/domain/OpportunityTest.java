package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.domain.OpportunityWays.FIRST;
import static org.icsregistry.registry.domain.OpportunityWays.ICS_ROLE;
import static org.icsregistry.registry.domain.OpportunityWays.LAST;
import static org.icsregistry.registry.domain.OpportunityWays.MORNINGS;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;

import java.util.List;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.OpportunityCommand.AmendOpportunity;
import org.icsregistry.contracts.message.OpportunityCommand.CloseOpportunity;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.junit.jupiter.api.Test;

/** Demand, shared or not; each partner qualifies its own people. */
class OpportunityTest {

  private final World world = new World();

  @Test
  void anOpportunity_isPublished_amended_andClosed() {
    var terms = OpportunityWays.terms(FIRST, LAST, Reach.OWN_PEOPLE, null);
    assertThat(world.accept(MANCHESTER, MORNINGS, OpportunityWays.of(WARD, terms)))
        .containsExactly(new OpportunityPublished("Mornings on the ward", WARD, terms));
    var longer = OpportunityWays.terms(FIRST, LAST.plusDays(30), Reach.OWN_PEOPLE, null);
    assertThat(world.accept(MANCHESTER, MORNINGS, new AmendOpportunity(longer)))
        .containsExactly(new OpportunityAmended(longer));
    assertThat(world.accept(MANCHESTER, MORNINGS, new CloseOpportunity(OpportunityEnd.FILLED)))
        .containsExactly(new OpportunityClosed(OpportunityEnd.FILLED));
  }

  @Test
  void anInterest_namesTheOpportunityThatThePersonSaw() {
    OpportunityWays.published(world);
    var interest = OpportunityWays.interest(WARD);
    assertThat(world.accept(MANCHESTER, world.aPerson(), interest))
        .containsExactly(
            new InterestExpressed(
                interest.applicationId(), MANCHESTER, WARD, WaitingOn.ORGANISATION, MORNINGS));
  }

  @Test
  void sharedDemand_isMetByAnotherPartnersOwnPeople() {
    OpportunityWays.icsRole(world);
    var shared = OpportunityWays.terms(FIRST, LAST, Reach.NAMED_PARTNERS, List.of(CHRISTIE));
    world.accept(MANCHESTER, MORNINGS, OpportunityWays.of(ICS_ROLE, shared));
    var interest = OpportunityWays.interest(ICS_ROLE);
    assertThat(world.accept(CHRISTIE, world.aPerson(), interest))
        .containsExactly(
            new InterestExpressed(
                interest.applicationId(), CHRISTIE, ICS_ROLE, WaitingOn.ORGANISATION, MORNINGS));
  }
}
