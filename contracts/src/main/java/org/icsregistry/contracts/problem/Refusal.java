package org.icsregistry.contracts.problem;

/**
 * A command is refused. Cheap to throw: it has no stack trace, because it is an answer and not a
 * fault.
 */
public class Refusal extends RuntimeException {

  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.code().name(), null, false, false);
    this.problem = problem;
  }

  public Refusal(ProblemCode code, String expected, String received, String remedy) {
    this(Problem.of(code, expected, received, remedy));
  }

  public Problem problem() {
    return problem;
  }
}
