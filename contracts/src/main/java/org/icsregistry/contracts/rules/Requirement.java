package org.icsregistry.contracts.rules;

/** A requirement line and how it stands. */
public record Requirement(RequirementLine line, RequirementStatus status) {

  /** Whether a clearance has to wait for this line. */
  public boolean blocks() {
    return line.blocking() && !status.satisfied();
  }
}
