package org.icsregistry.contracts.code;

/** What the time was given to. */
public enum ActivityCategory {
  PATIENT_SUPPORT,
  CALLS,
  WAYFINDING,
  MEALTIMES,
  RECONDITIONING,
  TRANSPORT,
  ERRANDS,
  HOME_VISIT,
  COMMUNITY_HUB,
  EVENT,
  OTHER
}
