package org.icsregistry.registry.store;

import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.registry.command.Facts;
import org.icsregistry.registry.opportunity.OpportunityAggregate;
import org.icsregistry.registry.partner.PartnerAggregate;
import org.icsregistry.registry.role.RoleAggregate;
import org.icsregistry.registry.store.StoreConfiguration.AllAggregates;
import org.icsregistry.registry.surge.SurgeAggregate;
import org.icsregistry.registry.volunteer.VolunteerAggregate;
import org.springframework.stereotype.Component;

/** Facts about other aggregates, as they stand within the current unit of decisions. */
@Component
class StoredFacts implements Facts {

  private final AllAggregates aggregates;
  private final KeySource keys;

  StoredFacts(AllAggregates aggregates, KeySource keys) {
    this.aggregates = aggregates;
    this.keys = keys;
  }

  @Override
  public Partner partner(String code) {
    return aggregates
        .partners()
        .look(AggregateKind.PARTNER.id(code))
        .map(PartnerAggregate::state)
        .orElseGet(() -> Partner.unknown(code));
  }

  @Override
  public Role role(String roleId) {
    return aggregates
        .roles()
        .look(AggregateKind.ROLE.id(roleId))
        .map(RoleAggregate::state)
        .orElseGet(() -> Role.unknown(roleId));
  }

  @Override
  public Opportunity opportunity(String opportunityId) {
    return aggregates
        .opportunities()
        .look(AggregateKind.OPPORTUNITY.id(opportunityId))
        .map(OpportunityAggregate::state)
        .orElseGet(() -> Opportunity.unknown(opportunityId));
  }

  @Override
  public Person person(String subject) {
    return aggregates
        .volunteers()
        .look(AggregateKind.VOLUNTEER.id(subject))
        .map(VolunteerAggregate::state)
        .orElseGet(Person::unknown);
  }

  @Override
  public Surge surge(String surgeId) {
    return aggregates
        .surges()
        .look(AggregateKind.SURGE.id(surgeId))
        .map(SurgeAggregate::state)
        .orElseGet(() -> Surge.unknown(surgeId));
  }

  @Override
  public KeySource keys() {
    return keys;
  }
}
