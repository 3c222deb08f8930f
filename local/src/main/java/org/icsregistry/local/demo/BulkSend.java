package org.icsregistry.local.demo;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.local.demo.people.People;
import org.icsregistry.local.demo.play.Channel;
import org.icsregistry.local.demo.play.DemoCommand;
import org.icsregistry.local.demo.play.Expectation;
import org.icsregistry.local.demo.play.LogView;
import org.icsregistry.local.demo.play.Player;
import org.icsregistry.local.demo.play.Step;

/** Sends what a generator makes and looks at every answer. */
final class BulkSend {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Somebody has founded these before, perhaps with another release of this program. */
  private static final Expectation FOUNDED =
      Expectation.acceptedUnless(
          ProblemCode.PARTNER_ALREADY_REGISTERED,
          ProblemCode.AGREEMENT_ALREADY_SIGNED,
          ProblemCode.ROLE_ALREADY_DEFINED,
          ProblemCode.DUPLICATE_ID_DIFFERENT_BODY);

  /** Onboarding-service may have been faster. */
  private static final Expectation DONE =
      Expectation.acceptedUnless(
          ProblemCode.ALREADY_CLEARED, ProblemCode.RECOGNITION_ALREADY_DECIDED);

  private final Generator generator;
  private final ProgressBar bar;

  BulkSend(Generator generator, ProgressBar bar) {
    this.generator = generator;
    this.bar = bar;
  }

  /**
   * @param inFlight how many commands may wait for their answers
   */
  void through(Channel channel, int inFlight) {
    var player = new Player(channel, LogView.NONE, inFlight, PATIENCE);
    List<DemoCommand> founding = generator.founding();
    People people = generator.people();
    long before = founding.size();
    player.play(steps(founding.iterator(), FOUNDED), answered -> bar.at(0, answered));
    long after =
        player.play(steps(people, DONE), answered -> bar.at(people.finished(), before + answered));
    bar.end(before + after);
  }

  private static Iterator<Step> steps(Iterator<DemoCommand> commands, Expectation expectation) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return commands.hasNext();
      }

      @Override
      public Step next() {
        return new Step.Send(commands.next(), expectation);
      }
    };
  }
}
