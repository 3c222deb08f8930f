package org.icsregistry.local;

/**
 * The system cannot run, for a reason that the message tells completely: it is shown without a
 * stack trace.
 */
final class Refusal extends RuntimeException {

  Refusal(String message) {
    super(message);
  }
}
