package org.icsregistry.contracts.code;

/** How a training record was evidenced. A self-declaration never satisfies a role. */
public enum EvidenceType {
  LMS_RECORD,
  CERTIFICATE_SEEN,
  ASSESSED_IN_PERSON,
  SELF_DECLARED
}
