package org.icsregistry.onboarding.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.client.Answer;
import org.icsregistry.client.Answer.Accepted;
import org.icsregistry.client.Answer.RecordedAs;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.client.CommandEnvelope;
import org.icsregistry.client.RegistryClient;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.onboarding.fold.Due;
import org.icsregistry.onboarding.fold.Urgency;
import org.icsregistry.onboarding.outbox.Pending.Answered;
import org.icsregistry.onboarding.outbox.Pending.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/**
 * Sends what waits in the outbox and writes down the answers. The rows are held while they are
 * sent; if this process dies meanwhile, somebody sends them again under the same ids and gets the
 * same answers.
 */
@Component
public class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final int AT_ONCE = 250;

  /** Of what nobody waits for, so that what somebody waits for is next soon. */
  private static final int FEW = 50;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Or rules that change again and again would hold it up for ever. */
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(2);

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
  private @Nullable Instant heldSince;

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
   * Sends some; whether there were any. What follows from something that happened goes first, and
   * without a rest.
   *
   * @throws org.icsregistry.client.RegistryUnavailableException if nothing could be sent;
   *     everything stays as it was
   */
  public boolean send() throws InterruptedException {
    if (send(Urgency.EVENT, AT_ONCE)) {
      return true;
    }
    var least = least();
    long start = System.nanoTime();
    if (least == Urgency.EVENT || !send(least, FEW)) {
      return false;
    }
    // Half of the time at least is left to whoever sends commands now.
    Thread.sleep(Duration.ofNanos(System.nanoTime() - start));
    return true;
  }

  private boolean send(Urgency least, int most) {
    return Objects.requireNonNull(transaction.execute(_ -> sendSome(least, most)));
  }

  private record Sendable(Row row, CommandEnvelope command) {}

  private boolean sendSome(Urgency least, int most) {
    var rows = pending.take(clock.instant(), least, most);
    if (rows.isEmpty()) {
      return false;
    }
    var answered = new Answered(clock.instant());
    var sendable = rows.stream().flatMap(row -> read(row, answered)).toList();
    if (!sendable.isEmpty()) {
      send(sendable, answered);
    }
    pending.store(answered);
    return true;
  }

  /**
   * New rules may concern a hundred thousand people. All of them are looked at before what follows
   * is sent, so that both together do not take the processors from whoever sends commands now; only
   * what follows from something that happened goes out at once.
   */
  private Urgency least() {
    if (!due.anybodyByRules()) {
      heldSince = null;
      return Urgency.IN_TURN;
    }
    var now = clock.instant();
    if (heldSince == null) {
      heldSince = now;
    }
    return now.isBefore(heldSince.plus(LONGEST_HOLD)) ? Urgency.EVENT : Urgency.IN_TURN;
  }

  private void send(List<Sendable> sendable, Answered answered) {
    var answers = ask(sendable.stream().map(Sendable::command).toList());
    var subjects = new ArrayList<String>();
    var indexes = new ArrayList<Long>();
    for (int i = 0; i < sendable.size(); i++) {
      var row = sendable.get(i).row;
      note(row, answers.get(i), answered);
      if (answers.get(i) instanceof Accepted accepted) {
        subjects.add(row.subject());
        indexes.add(lastIndex(accepted));
      }
    }
    // Before the answers are written: nobody waits for rows of the outbox that are only held, so
    // that this may wait for whoever folds or looks.
    due.again(pending.overtaken(subjects, indexes), clock.instant());
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

  /** A row that another release left and this one cannot read is set aside and holds up nobody. */
  private Stream<Sendable> read(Row row, Answered answered) {
    try {
      return Stream.of(new Sendable(row, envelope(row)));
    } catch (JacksonException | IllegalArgumentException e) {
      // Without its text, which may quote the command.
      var why = e.getClass().getSimpleName();
      LOG.error("{} {} cannot be read and is not sent: {}", row.type(), row.commandId(), why);
      answered.refused(row, "UNREADABLE", "expected a command as this release knows it");
      count(row, "UNREADABLE");
      return Stream.empty();
    }
  }

  private CommandEnvelope envelope(Row row) {
    var type =
        MessageTypes.command(row.type())
            .orElseThrow(() -> new IllegalArgumentException("No command is called " + row.type()));
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
