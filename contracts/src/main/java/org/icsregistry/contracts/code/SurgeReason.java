package org.icsregistry.contracts.code;

/** What a call for many volunteers at once is about. */
public enum SurgeReason {
  SEVERE_WEATHER,
  FLOOD,
  INFECTIOUS_DISEASE,
  MAJOR_INCIDENT,
  WINTER_PRESSURE,
  EVACUATION,
  UTILITY_FAILURE,
  EXERCISE
}
