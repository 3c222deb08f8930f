package org.icsregistry.onboarding.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.icsregistry.client.Answer;
import org.icsregistry.client.Answer.Accepted;
import org.icsregistry.client.Answer.RecordedAs;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.client.CommandEnvelope;
import org.icsregistry.client.RegistryClient;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.onboarding.fold.Due;
import org.icsregistry.onboarding.outbox.Pending.Answered;
import org.icsregistry.onboarding.outbox.Pending.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox and writes down the answers. The rows are held while they are
 * sent; if this process dies meanwhile, somebody sends them again under the same ids and gets the
 * same answers.
 */
@Component
public class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final int AT_ONCE = 250;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Refusals of what was decided on a view that was out of date; the next event corrects it. */
  private static final Set<String> OVERTAKEN =
      Set.of(
          "REQUIREMENTS_NOT_MET",
          "ALREADY_CLEARED",
          "NOT_CLEARED",
          "CLEARANCE_STILL_HOLDS",
          "ALREADY_REQUESTED",
          "RECOGNITION_ALREADY_DECIDED",
          "RECOGNITION_CONTRADICTS_POLICY");

  private final Pending pending;
  private final Due due;
  private final RegistryClient client;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;
  private final Clock clock;

  Sender(
      Pending pending,
      Due due,
      RegistryClient client,
      TransactionTemplate transaction,
      MeterRegistry meters,
      Clock clock) {
    this.pending = pending;
    this.due = due;
    this.client = client;
    this.transaction = transaction;
    this.meters = meters;
    this.clock = clock;
    meters.gauge("onboarding.outbox.pending", pending, p -> p.count("PENDING"));
    meters.gauge("onboarding.outbox.refused", pending, p -> p.count("REFUSED"));
  }

  /**
   * Sends some; whether there were any.
   *
   * @throws org.icsregistry.client.RegistryUnavailableException if nothing could be sent;
   *     everything stays as it was
   */
  public boolean send() throws InterruptedException {
    var sent = Objects.requireNonNull(transaction.execute(_ -> sendSome()));
    // After the commit, so that nobody waits crosswise.
    due.again(sent.overtaken);
    return sent.any;
  }

  private record Sent(boolean any, List<String> overtaken) {}

  private Sent sendSome() {
    var rows = pending.take(clock.instant(), AT_ONCE);
    if (rows.isEmpty()) {
      return new Sent(false, List.of());
    }
    var answers = ask(rows.stream().map(this::envelope).toList());
    var answered = new Answered(clock.instant());
    var subjects = new ArrayList<String>();
    var indexes = new ArrayList<Long>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      note(row, answers.get(i), answered);
      if (answers.get(i) instanceof Accepted accepted) {
        subjects.add(row.subject());
        indexes.add(lastIndex(accepted));
      }
    }
    pending.store(answered);
    return new Sent(true, pending.overtaken(subjects, indexes));
  }

  private List<Answer> ask(List<CommandEnvelope> commands) {
    try {
      return client.sendBatch(commands);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Sending was interrupted; it is taken up again", e);
    }
  }

  private void note(Row row, Answer answer, Answered answered) {
    switch (answer) {
      case Accepted accepted -> {
        answered.accepted(row, lastIndex(accepted));
        count(row, "accepted");
      }
      case Refused refused when refused.temporary() -> {
        var pause = Duration.ofSeconds(1L << Math.min(row.tries(), 6));
        var longest = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        answered.later(row, refused.code(), clock.instant().plus(longest));
        count(row, "later");
      }
      case Refused refused -> {
        answered.refused(row, refused.code(), refused.detail());
        count(row, refused.code());
        if (!OVERTAKEN.contains(refused.code())) {
          LOG.warn("The registry refuses {} {}: {}", row.type(), row.commandId(), refused.detail());
        }
      }
    }
  }

  private CommandEnvelope envelope(Row row) {
    Class<? extends Command> type = MessageTypes.command(row.type()).orElseThrow();
    var command = Json.MAPPER.readValue(row.data(), type);
    var envelope = client.commands().of(row.subject(), command).withId(row.commandId());
    return row.occasion() == null ? envelope : envelope.correlatedWith(row.occasion());
  }

  private static long lastIndex(Accepted accepted) {
    return accepted.events().stream().mapToLong(RecordedAs::logIndex).max().orElse(-1);
  }

  private void count(Row row, String answer) {
    meters.counter("onboarding.commands", "type", row.type(), "answer", answer).increment();
  }
}
