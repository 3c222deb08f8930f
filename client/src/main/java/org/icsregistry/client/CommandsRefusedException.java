package org.icsregistry.client;

import org.icsregistry.client.Answer.Refused;

/** A request was refused as a whole: too large, not signed in for this, not JSON. */
public final class CommandsRefusedException extends RuntimeException {

  private final transient Refused refusal;

  CommandsRefusedException(Refused refusal) {
    super(refusal.status() + " " + refusal.code() + ": " + refusal.detail());
    this.refusal = refusal;
  }

  public Refused refusal() {
    return refusal;
  }
}
