package org.icsregistry.contracts.code;

/**
 * Why a placement ended or somebody dropped out. Coarse on purpose: every partner reads the log, so
 * health, a death or the outcome of a check is {@link #PERSONAL} or {@link #REQUIREMENTS_OPEN}
 * there.
 */
public enum LeavingReason {
  COMPLETED,
  TOO_SLOW,
  OPPORTUNITY_PASSED,
  REPETITIVE_PROCESS,
  NO_VACANCY,
  NO_RESPONSE_FROM_ORG,
  NO_OR_FEW_TASKS,
  ROLE_UNCLEAR,
  CHANGED_AVAILABILITY,
  TECHNOLOGY_BARRIER,
  COMPLICATED_RECRUITMENT,
  REQUIREMENTS_OPEN,
  COST_OR_EXPENSES,
  FOUND_OTHER_ROLE,
  MOVED_AREA,
  PERSONAL,
  OTHER
}
