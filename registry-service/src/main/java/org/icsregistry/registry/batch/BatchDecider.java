package org.icsregistry.registry.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.batch.Receipts.CommandKey;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision.Accepted;
import org.icsregistry.registry.command.Decision.Refused;
import org.icsregistry.registry.command.Facts;
import org.icsregistry.registry.erasure.Erasures;
import org.icsregistry.registry.exchange.Exchange;
import org.icsregistry.registry.keys.DataKey;
import org.icsregistry.registry.keys.KeyRing;
import org.icsregistry.registry.store.Decided;
import org.icsregistry.registry.store.DecisionUnit;
import org.icsregistry.registry.store.ReadAhead;
import org.icsregistry.registry.store.ReadAhead.Target;
import org.icsregistry.registry.store.StaleDecisionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides a batch and writes it in one transaction: events appended, keys stored, receipts written,
 * one commit.
 */
@Component
class BatchDecider {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Receipts receipts;
  private final DecisionUnit unit;
  private final ReadAhead readAhead;
  private final KeyRing keys;
  private final Erasures erasures;
  private final Facts facts;
  private final Clock clock;
  private final String host;

  BatchDecider(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      Receipts receipts,
      DecisionUnit unit,
      ReadAhead readAhead,
      KeyRing keys,
      Erasures erasures,
      Facts facts,
      Clock clock,
      @Value("${registry.ics.host}") String host) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.receipts = receipts;
    this.unit = unit;
    this.readAhead = readAhead;
    this.keys = keys;
    this.erasures = erasures;
    this.facts = facts;
    this.clock = clock;
    this.host = host;
  }

  /** A batch that is decided and not written. */
  record Draft(
      List<Submission> batch,
      List<CommandContext> contexts,
      List<@Nullable Problem> refusals,
      Decided decided) {}

  /**
   * Decides on top of all drafts before, written or not. No command stands in a batch twice.
   *
   * @throws RuntimeException when it cannot; everything not committed is void then, see {@link
   *     #discard}
   */
  Draft draft(List<Submission> batch) {
    var now = clock.instant();
    var contexts =
        batch.stream().map(s -> new CommandContext(s.origin(), now, facts, host)).toList();
    var refusals = new ArrayList<@Nullable Problem>(batch.size());
    readAhead.read(batch.stream().flatMap(s -> Target.of(s.command(), s.origin().subject())));
    var decided =
        unit.run(() -> {
          for (int i = 0; i < batch.size(); i++) {
            switch (unit.decide(batch.get(i).command(), contexts.get(i))) {
              case Accepted _ -> refusals.add(null);
              case Refused(var problem) -> refusals.add(problem);
            }
          }
        });
    return new Draft(batch, contexts, refusals, decided);
  }

  /**
   * The answers, in the order of the batch, once everything is durable. On any thread, after the
   * drafts before it.
   *
   * <p>Nearly every command is new. Looking for its receipt would cost more than it saves, because
   * a second receipt for a command cannot be inserted.
   *
   * @throws StaleDecisionException when a command was answered before, or another writer changed
   *     what was looked at
   */
  List<Answer> write(Draft draft) {
    return transaction.execute(_ -> append(draft));
  }

  /** A draft has been written, and those before it. */
  void committed(Draft draft) {
    unit.committed(draft.decided());
  }

  /** Nothing that is not committed counts any more. */
  void discard() {
    unit.rolledBack();
  }

  /**
   * Decides and writes a batch when no draft is under way; commands that have their answer get it
   * again.
   *
   * @throws RuntimeException when nothing of the batch was appended; the caller decides whether to
   *     try again
   */
  List<Answer> decide(List<Submission> batch) {
    var drafts = new ArrayList<Draft>(1);
    try {
      var answers = transaction.execute(_ -> decideUnanswered(batch, drafts));
      drafts.forEach(this::committed);
      return answers;
    } catch (RuntimeException | Error fault) {
      discard();
      throw fault;
    }
  }

  private List<Answer> decideUnanswered(List<Submission> batch, List<Draft> drafts) {
    var known = receipts.find(batch.stream().map(s -> CommandKey.of(s.origin())).toList());
    var fresh = batch.stream().filter(s -> !known.containsKey(CommandKey.of(s.origin()))).toList();
    if (!fresh.isEmpty()) {
      drafts.add(draft(fresh));
    }
    var decided = drafts.stream().flatMap(draft -> append(draft).stream()).iterator();
    return batch.stream()
        .map(s -> {
          var receipt = known.get(CommandKey.of(s.origin()));
          return receipt == null ? decided.next() : repeated(s, receipt);
        })
        .toList();
  }

  private List<Answer> append(Draft draft) {
    var exchange = new Exchange();
    unit.append(draft.decided(), exchange);
    var answers = new ArrayList<Answer>(draft.batch().size());
    var used = new ArrayList<DataKey>();
    for (int i = 0; i < draft.batch().size(); i++) {
      var origin = draft.batch().get(i).origin();
      var problem = draft.refusals().get(i);
      if (problem == null) {
        used.addAll(draft.batch().get(i).keys());
        answers.add(
            Answer.accepted(
                origin.commandId(), origin.subject(), draft.contexts().get(i).appended()));
      } else {
        answers.add(Answer.refused(origin.commandId(), problem));
      }
    }
    keys.store(used, exchange);
    keys.requireThere(used, exchange);
    receipts.insert(draft.batch(), answers, exchange);
    send(exchange);
    carryOut(draft, used);
    return answers;
  }

  /**
   * A command of the same batch may have been sealed with what is destroyed here. Decided one by
   * one, those before the erasure are forgotten with it, and those after it are sealed anew.
   */
  private void carryOut(Draft draft, List<DataKey> used) {
    if (erasures.carryOut(draft.decided().erasures()) > 0 && draft.batch().size() > 1) {
      var left = new Exchange();
      keys.requireLeft(used, left);
      left.send(jdbc);
    }
  }

  private void send(Exchange exchange) {
    try {
      exchange.send(jdbc);
    } catch (DuplicateKeyException e) {
      throw new StaleDecisionException(
          "Another writer appended to the same aggregate or answered the same command", e);
    }
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
