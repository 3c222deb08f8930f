package org.icsregistry.registry.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.batch.Receipts.CommandKey;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision.Accepted;
import org.icsregistry.registry.command.Decision.Refused;
import org.icsregistry.registry.command.Facts;
import org.icsregistry.registry.keys.DataKey;
import org.icsregistry.registry.keys.KeyRing;
import org.icsregistry.registry.store.DecisionUnit;
import org.icsregistry.registry.store.StaleDecisionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides a batch in one transaction: receipts looked up, commands decided, events appended,
 * receipts written, one commit.
 */
@Component
class BatchDecider {

  private final TransactionTemplate transaction;
  private final Receipts receipts;
  private final DecisionUnit unit;
  private final KeyRing keys;
  private final Facts facts;
  private final Clock clock;
  private final String host;

  BatchDecider(
      TransactionTemplate transaction,
      Receipts receipts,
      DecisionUnit unit,
      KeyRing keys,
      Facts facts,
      Clock clock,
      @Value("${registry.ics.host}") String host) {
    this.transaction = transaction;
    this.receipts = receipts;
    this.unit = unit;
    this.keys = keys;
    this.facts = facts;
    this.clock = clock;
    this.host = host;
  }

  /**
   * The answers, in the order of the batch, once everything is durable. No command stands in the
   * batch twice.
   *
   * @throws RuntimeException when nothing of the batch was appended; the caller decides whether to
   *     try again
   */
  List<Answer> decide(List<Submission> batch) {
    try {
      // Nearly every command is new. Looking for its receipt would cost more than it saves, because
      // a second receipt for a command cannot be inserted.
      return inTransaction(() -> decideFresh(batch));
    } catch (StaleDecisionException repeatedOrOvertaken) {
      return inTransaction(() -> decideUnanswered(batch));
    }
  }

  private List<Answer> inTransaction(Supplier<List<Answer>> decide) {
    try {
      var answers = transaction.execute(_ -> decide.get());
      unit.committed();
      return answers;
    } catch (RuntimeException | Error fault) {
      unit.rolledBack();
      throw fault;
    }
  }

  private List<Answer> decideUnanswered(List<Submission> batch) {
    var known = receipts.find(batch.stream().map(s -> CommandKey.of(s.origin())).toList());
    var fresh = batch.stream().filter(s -> !known.containsKey(CommandKey.of(s.origin()))).toList();
    var decided = fresh.isEmpty() ? List.<Answer>of() : decideFresh(fresh);
    var next = decided.iterator();
    return batch.stream()
        .map(s -> {
          var receipt = known.get(CommandKey.of(s.origin()));
          return receipt == null ? next.next() : repeated(s, receipt);
        })
        .toList();
  }

  private List<Answer> decideFresh(List<Submission> fresh) {
    var now = clock.instant();
    var contexts =
        fresh.stream().map(s -> new CommandContext(s.origin(), now, facts, host)).toList();
    var refusals = new ArrayList<Problem>();
    unit.run(() -> {
      for (int i = 0; i < fresh.size(); i++) {
        switch (unit.decide(fresh.get(i).command(), contexts.get(i))) {
          case Accepted _ -> refusals.add(null);
          case Refused(var problem) -> refusals.add(problem);
        }
      }
    });
    var answers = new ArrayList<Answer>(fresh.size());
    var used = new ArrayList<DataKey>();
    for (int i = 0; i < fresh.size(); i++) {
      var origin = fresh.get(i).origin();
      var problem = refusals.get(i);
      if (problem == null) {
        used.addAll(fresh.get(i).keys());
        answers.add(
            Answer.accepted(origin.commandId(), origin.subject(), contexts.get(i).appended()));
      } else {
        answers.add(Answer.refused(origin.commandId(), problem));
      }
    }
    keys.store(used);
    receipts.insert(fresh, answers);
    return answers;
  }

  private static Answer repeated(Submission submission, Receipts.Receipt receipt) {
    if (receipt.isFor(submission.bodyMac())) {
      return receipt.answer();
    }
    return Answer.refused(
        submission.origin().commandId(),
        Problem.of(
            ProblemCode.DUPLICATE_ID_DIFFERENT_BODY,
            "the same command again under this id, or a new id for a new command",
            "another command under an id that " + submission.origin().sender() + " has used",
            "choose a new id; ids are best random UUIDs"));
  }
}
