package org.icsregistry.registry.intake;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.icsregistry.kit.oversight.Refusals;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.registry.batch.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Puts commands that were not the sender's to send into the table of refusals where the answer to a
 * request does not say so: in a batch, whose answer is always 200, and over Kafka.
 */
@Component
final class RefusedCommands {

  private final Refusals refusals;

  RefusedCommands(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * An answer on its way.
   *
   * @param wanted the right that was missing; absent where none was, or where a rule of the domain
   *     decides
   */
  record Awaited(CompletableFuture<Answer> answer, @Nullable Right wanted) {

    static Awaited of(CompletableFuture<Answer> answer) {
      return new Awaited(answer, null);
    }

    static Awaited refused(@Nullable String id, Refusal refusal) {
      return new Awaited(
          CompletableFuture.completedFuture(Answer.refused(id, refusal.problem())),
          refusal instanceof RightRefusal missing ? missing.right() : null);
    }
  }

  /**
   * @param address what a request came to, as the table names it, or the topic
   */
  void note(Caller caller, String address, Awaited awaited) {
    var answer = awaited.answer().join();
    if (answer.status() == HttpStatus.FORBIDDEN.value()) {
      refusals.add(caller, awaited.wanted(), address, answer.status());
    }
  }

  /** Over Kafka the topic is all that is known of who speaks. */
  void note(String partner, String topic, Awaited awaited) {
    note(new Caller(partner, Set.of(Office.PARTNER.claim()), topic, null), topic, awaited);
  }
}
