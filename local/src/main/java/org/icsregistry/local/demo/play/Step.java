package org.icsregistry.local.demo.play;

/** One step of a play. Steps about one subject follow one another, others go side by side. */
public sealed interface Step {

  String subject();

  /** Send a command and look at its answer. */
  record Send(DemoCommand command, Expectation expectation) implements Step {

    @Override
    public String subject() {
      return command.subject();
    }
  }

  /** Wait until the log holds an event. */
  record Await(EventPattern event) implements Step {

    @Override
    public String subject() {
      return event.subject();
    }
  }
}
