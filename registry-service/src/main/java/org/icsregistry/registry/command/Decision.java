package org.icsregistry.registry.command;

import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.Refusal;

/**
 * What became of a command. A refusal is an answer, so it leaves its neighbours in the batch
 * untouched.
 */
public sealed interface Decision {

  record Accepted() implements Decision {}

  record Refused(Problem problem) implements Decision {}

  /** Runs a decision; everything but a {@link Refusal} is a fault and passes on. */
  static Decision of(Runnable decide) {
    try {
      decide.run();
      return new Accepted();
    } catch (Refusal refusal) {
      return new Refused(refusal.problem());
    }
  }
}
