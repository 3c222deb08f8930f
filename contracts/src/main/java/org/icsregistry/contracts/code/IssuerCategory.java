package org.icsregistry.contracts.code;

/** Kind of organisation, as recognition policies tell issuers apart. */
public enum IssuerCategory {
  NHS_TRUST,
  ICB,
  CIC,
  LOCAL_AUTHORITY,
  VCSE_CHARITY,
  HOSPICE,
  GP_PCN,
  NATIONAL_ELEARNING,
  AMBULANCE_CHARITY,
  UNIVERSITY,
  OTHER
}
