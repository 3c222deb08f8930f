package org.icsregistry.contracts.rules;

import java.util.List;

/**
 * One version of a role's requirement profile; a decision explains itself by the version then in
 * force.
 */
public record RoleProfile(
    String roleId, int version, String title, List<RequirementLine> requirements) {}
