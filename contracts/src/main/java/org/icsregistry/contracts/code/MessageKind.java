package org.icsregistry.contracts.code;

/** What a message to a person is about; people may opt out of each kind. */
public enum MessageKind {
  /** A step waits for the person. */
  REMINDER,
  /** An application was closed because no answer came. */
  CLOSED,
  /** The person may begin. */
  CLEARED,
  /** A clearance has ended. */
  LAPSED,
  /** Something the person holds ends soon. */
  EXPIRY,
  /** The person has not been asked for a while. */
  IDLE,
  THANKS,
  MILESTONE,
  /** Help is wanted at once. */
  CALL_UP,
  /** Help that was asked for may not be needed. */
  STAND_DOWN,
  /** Details were opened in an emergency; sent whatever the person opted out of. */
  EMERGENCY
}
