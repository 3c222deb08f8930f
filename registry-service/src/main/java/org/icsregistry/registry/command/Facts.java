package org.icsregistry.registry.command;

import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.directory.Surge;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.sealing.KeySource;

/**
 * What a decision may look up about other aggregates. Whatever is read here is checked again under
 * the log's lock when the batch is appended, so that a decision never rests on a state that another
 * instance has changed meanwhile.
 */
public interface Facts {

  Partner partner(String code);

  Role role(String roleId);

  Opportunity opportunity(String opportunityId);

  Person person(String subject);

  Surge surge(String surgeId);

  /** Keys that open what the rules must look at. */
  KeySource keys();
}
