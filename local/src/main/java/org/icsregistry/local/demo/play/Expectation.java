package org.icsregistry.local.demo.play;

import java.util.Set;
import org.icsregistry.contracts.problem.ProblemCode;

/**
 * Which answer to a command is right.
 *
 * @param acceptance whether it may be accepted
 * @param refusals problem codes it may be refused with
 */
public record Expectation(boolean acceptance, Set<ProblemCode> refusals) {

  public static final Expectation ACCEPTED = new Expectation(true, Set.of());

  /** Only this refusal is right: the step shows that a rule holds. */
  public static Expectation refused(ProblemCode code) {
    return new Expectation(false, Set.of(code));
  }

  /** Accepted, or already done by somebody else. */
  public static Expectation acceptedUnless(ProblemCode... done) {
    return new Expectation(true, Set.of(done));
  }

  boolean meets(Answer answer) {
    return answer.accepted()
        ? acceptance
        : refusals.stream().anyMatch(code -> code.name().equals(answer.code()));
  }

  @Override
  public String toString() {
    String refused = refusals.isEmpty() ? "" : "a refusal with " + refusals;
    return acceptance ? "acceptance" + (refused.isEmpty() ? "" : " or " + refused) : refused;
  }
}
