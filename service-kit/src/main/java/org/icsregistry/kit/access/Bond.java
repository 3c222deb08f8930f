package org.icsregistry.kit.access;

/** What ties the asker to what is asked for. */
public enum Bond {
  /** Nothing does. */
  NONE,
  /** It belongs to the asker's own organisation, or that organisation recorded it. */
  OWN,
  /** It is about a person who has a relationship with the asker's organisation. */
  LINKED,
  /** As before, and the person shares details with it: a grant is in force. */
  GRANTED,
  /** As LINKED, and that organisation said within the last hour that there is an emergency. */
  EMERGENCY,
  /** It is about the asker. */
  SELF
}
