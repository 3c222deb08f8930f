package org.icsregistry.registry.partner;

import static org.icsregistry.contracts.problem.ProblemCode.SUBJECT_MISMATCH;
import static org.icsregistry.contracts.problem.ProblemCode.SUCCESSION_STATE;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.message.PartnerCommand.SucceedPartner;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSucceeded;
import org.icsregistry.contracts.message.PartnerEvent.RecognitionPolicyAdopted;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;

/** One organisation goes on in another; told to both, the one that ends first. */
final class Successions {

  private Successions() {}

  static List<PartnerEvent> decide(Partner state, SucceedPartner c, CommandContext context) {
    Guards.hostOnly(context);
    PartnerAggregate.known(state, context);
    boolean ending = state.code().equals(c.predecessor());
    if (ending == state.code().equals(c.successor())) {
      throw new Refusal(
          SUBJECT_MISMATCH,
          "one of two different organisations, predecessor and successor, as subject",
          state.code(),
          "correct the subject or the codes");
    }
    return ending ? end(state, c, context) : goOn(state, c, context);
  }

  private static List<PartnerEvent> end(Partner state, SucceedPartner c, CommandContext context) {
    Guards.partnerExists(context, c.successor());
    require(
        state.successor() == null && context.facts().partner(c.successor()).successor() == null,
        "a predecessor and a successor that both act themselves so far");
    return List.of(new PartnerSucceeded(c.predecessor(), c.successor()));
  }

  private static List<PartnerEvent> goOn(Partner state, SucceedPartner c, CommandContext context) {
    var predecessor = context.facts().partner(c.predecessor());
    require(
        c.successor().equals(predecessor.successor())
            && !state.growth().predecessors().contains(c.predecessor()),
        "a predecessor that was told first, and a successor that was not told yet");
    var events = new ArrayList<PartnerEvent>();
    events.add(new PartnerSucceeded(c.predecessor(), c.successor()));
    // Those that went on in the predecessor go on here as well, and what they left is this one's.
    predecessor
        .growth()
        .predecessors()
        .forEach(earlier -> events.add(new PartnerSucceeded(earlier, c.successor())));
    var policy = predecessor.policyOn(context.today());
    if (state.policies().isEmpty() && policy.version() > 0) {
      events.add(
          new RecognitionPolicyAdopted(
              1, context.today(), policy.rules(), policy.statusCheckMonths()));
    }
    return events;
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new Refusal(
          SUCCESSION_STATE,
          expected,
          "organisations that are not at this step",
          "send SucceedPartner about the predecessor, then about the successor, and once each");
    }
  }
}
