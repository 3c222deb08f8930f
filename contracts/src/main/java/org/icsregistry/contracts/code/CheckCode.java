package org.icsregistry.contracts.code;

/**
 * The six NHS Employment Check Standards as far as they apply to volunteers. Source: NHS Employers.
 */
public enum CheckCode {
  IDENTITY,
  RIGHT_TO_VOLUNTEER,
  REFERENCES,
  DBS,
  WORK_HEALTH,
  REGISTRATION
}
