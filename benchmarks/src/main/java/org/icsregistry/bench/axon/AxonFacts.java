package org.icsregistry.bench.axon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.registry.command.Facts;
import org.icsregistry.registry.partner.PartnerAggregate;
import org.icsregistry.registry.role.RoleAggregate;
import org.icsregistry.registry.store.AggregateKind;
import org.icsregistry.registry.volunteer.VolunteerAggregate;

/**
 * What decisions look up. People come from their repository. Partners and roles never change once a
 * load runs, and are remembered then: their locks would put all commands in one row.
 */
final class AxonFacts implements Facts {

  private final AxonSystem system;
  private final KeySource keys;
  private final Map<String, Partner> partners = new ConcurrentHashMap<>();
  private final Map<String, Role> roles = new ConcurrentHashMap<>();
  private volatile boolean founded;

  AxonFacts(AxonSystem system, KeySource keys) {
    this.system = system;
    this.keys = keys;
  }

  /** From now on partners and roles stay as they are. */
  void founded() {
    founded = true;
  }

  @Override
  public Partner partner(String code) {
    return founded ? partners.computeIfAbsent(code, this::loadPartner) : loadPartner(code);
  }

  @Override
  public Role role(String roleId) {
    return founded ? roles.computeIfAbsent(roleId, this::loadRole) : loadRole(roleId);
  }

  @Override
  public Opportunity opportunity(String opportunityId) {
    return Opportunity.unknown(opportunityId);
  }

  @Override
  public Person person(String subject) {
    return load(
        system.volunteers(),
        AggregateKind.VOLUNTEER.id(subject),
        VolunteerAggregate::state,
        Person.unknown());
  }

  /** No load declares any. */
  @Override
  public Surge surge(String surgeId) {
    return Surge.unknown(surgeId);
  }

  @Override
  public KeySource keys() {
    return keys;
  }

  private Partner loadPartner(String code) {
    return load(
        system.partners(),
        AggregateKind.PARTNER.id(code),
        PartnerAggregate::state,
        Partner.unknown(code));
  }

  private Role loadRole(String roleId) {
    return load(
        system.roles(), AggregateKind.ROLE.id(roleId), RoleAggregate::state, Role.unknown(roleId));
  }

  private static <T, S> S load(
      Repository<T> repository, String id, Function<T, S> state, S unknown) {
    try {
      return repository.load(id).invoke(state);
    } catch (AggregateNotFoundException e) {
      return unknown;
    }
  }
}
