package org.icsregistry.kit.access;

import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;

/**
 * A refusal because the caller lacks a right; the answer may say that there is nothing, but whoever
 * looks after the service can tell.
 */
public final class RightRefusal extends Refusal {

  private final Right right;

  public RightRefusal(
      Right right, ProblemCode code, String expected, String received, String remedy) {
    super(code, expected, received, remedy);
    this.right = right;
  }

  public Right right() {
    return right;
  }
}
