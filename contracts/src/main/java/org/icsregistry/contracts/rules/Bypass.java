package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import org.icsregistry.contracts.code.BypassReason;

/**
 * A partner's decision that a requirement of a role need not be met for a while.
 *
 * @param since the first day on which it was bypassed for this role at this partner
 * @param from first day of the latest decision
 * @param until its last day
 */
public record Bypass(
    String partner,
    String roleId,
    String requirement,
    BypassReason reason,
    LocalDate since,
    LocalDate from,
    LocalDate until) {

  public static String key(String partner, String roleId, String requirement) {
    return partner + "/" + roleId + "/" + requirement;
  }

  boolean covers(String at, String role, RequirementLine line, LocalDate on) {
    return partner.equals(at)
        && roleId.equals(role)
        && requirement.equals(line.code())
        && line.mayBeBypassed(reason)
        && !on.isBefore(from)
        && !on.isAfter(until);
  }
}
