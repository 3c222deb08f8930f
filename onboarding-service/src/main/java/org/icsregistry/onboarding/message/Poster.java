package org.icsregistry.onboarding.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.icsregistry.contracts.code.MessageChannel;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.message.JourneyCommand.NoteMessage;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.onboarding.fold.Directory;
import org.icsregistry.onboarding.fold.People;
import org.icsregistry.onboarding.fold.People.Known;
import org.icsregistry.onboarding.fold.UpToDate;
import org.icsregistry.onboarding.journey.NextCommand;
import org.icsregistry.onboarding.message.Waiting.Row;
import org.icsregistry.onboarding.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, one message in each transaction, and has the registry told of it. A mail server
 * that is away holds up messages only.
 */
@Component
public class Poster {

  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final Logger LOG = LoggerFactory.getLogger(Poster.class);
  private static final int TRIES = 5;

  /**
   * A call for help that comes next week helps nobody; the registry itself limits call-ups. And
   * nobody may be kept from hearing that their details were opened.
   */
  private static final Set<MessageKind> URGENT =
      EnumSet.of(MessageKind.CALL_UP, MessageKind.STAND_DOWN, MessageKind.EMERGENCY);

  private final MessageSettings settings;
  private final UpToDate upToDate;
  private final Waiting waiting;
  private final People people;
  private final Directory directory;
  private final KeySource keys;
  private final Smtp smtp;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Poster(
      MessageSettings settings,
      UpToDate upToDate,
      Waiting waiting,
      People people,
      Directory directory,
      KeySource keys,
      Smtp smtp,
      Outbox outbox,
      TransactionTemplate transaction,
      MeterRegistry meters,
      Clock clock) {
    this.settings = settings;
    this.upToDate = upToDate;
    this.waiting = waiting;
    this.people = people;
    this.directory = directory;
    this.keys = keys;
    this.smtp = smtp;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
    for (var state : List.of("PENDING", "SENT", "UNDELIVERABLE")) {
      meters.gauge(
          "onboarding.messages",
          List.of(io.micrometer.core.instrument.Tag.of("state", state)),
          waiting,
          w -> w.count(state));
    }
  }

  /** Sends one message; whether there was one to send. */
  public boolean post() {
    if (!settings.enabled() || !upToDate.now()) {
      return false;
    }
    return Boolean.TRUE.equals(transaction.execute(_ -> postOne(clock.instant())));
  }

  private boolean postOne(Instant now) {
    var rows = waiting.take(now, 1);
    rows.forEach(row -> post(row, now));
    return !rows.isEmpty();
  }

  private void post(Row row, Instant now) {
    if (row.optedOut() && row.kind() != MessageKind.EMERGENCY) {
      waiting.ended(row, "UNWANTED");
    } else if (row.recordedAt().isBefore(now.minus(settings.oldest()).minus(Duration.ofDays(7)))) {
      waiting.ended(row, "TOO_OLD");
    } else if (!waiting.alone(row.subject())) {
      waiting.later(row, now.plusSeconds(1), 0);
    } else {
      toPerson(row, people.load(List.of(row.subject())).get(row.subject()), now);
    }
  }

  private void toPerson(Row row, @Nullable Known known, Instant now) {
    if (URGENT.contains(row.kind())) {
      send(row, known, now);
      return;
    }
    int most = perWeek(known);
    if (most == 0) {
      waiting.ended(row, "UNWANTED");
      return;
    }
    var quietUntil = waiting.quietUntil(row.subject(), most, now);
    if (quietUntil == null) {
      send(row, known, now);
    } else {
      waiting.later(row, quietUntil, 0);
    }
  }

  /** The person's own limit holds for letters as it does for call-ups. */
  private int perWeek(@Nullable Known known) {
    var said = known == null ? null : known.passport().person().availability();
    return said == null || said.mostAlertsAWeek() == null
        ? settings.perWeek()
        : Math.min(settings.perWeek(), said.mostAlertsAWeek());
  }

  private void send(Row row, @Nullable Known known, Instant now) {
    var recipient =
        known == null
            ? null
            : Recipient.of(known.passport().person(), row.language(), keys).orElse(null);
    if (recipient == null) {
      waiting.ended(row, "NO_ADDRESS");
      return;
    }
    var mail =
        Templates.render(row.kind(), recipient.language(), values(row, recipient), row.dueOn());
    try {
      smtp.send(row.eventId(), row.subject(), recipient.address(), mail);
    } catch (Smtp.UnusableAddressException e) {
      waiting.ended(row, "UNDELIVERABLE");
      return;
    } catch (MailSendException e) {
      refused(row, e, now);
      return;
    }
    waiting.sent(row, now);
    var note =
        new NoteMessage(
            row.partner(), row.eventId(), row.kind(), MessageChannel.EMAIL, mail.version());
    outbox.keep(
        row.subject(),
        row.partner(),
        NextCommand.once("message|" + row.eventId() + "|" + row.subject(), note),
        now);
  }

  /** A server that is away is everybody's matter; one that refuses a message only this one's. */
  private void refused(Row row, MailSendException e, Instant now) {
    if (e.getFailedMessages().isEmpty()) {
      throw new MailServerAwayException();
    }
    // The exception quotes the address.
    LOG.warn("The mail server refuses the message for event {}", row.eventId());
    if (row.tries() + 1 >= TRIES) {
      waiting.ended(row, "UNDELIVERABLE");
    } else {
      waiting.later(row, now.plus(Duration.ofMinutes(10L << row.tries())), 1);
    }
  }

  private Map<String, String> values(Row row, Recipient recipient) {
    var partner = directory.partners(List.of(row.partner())).get(row.partner());
    var role =
        row.roleId() == null ? null : directory.roles(List.of(row.roleId())).get(row.roleId());
    return Map.of(
        "given",
        recipient.given(),
        "partner",
        partner == null
            ? row.partner()
            : Objects.requireNonNullElse(partner.partner().name(), row.partner()),
        "role",
        role == null ? "" : role.role().current().map(p -> p.title()).orElse(""));
  }

  /** Quotes nothing of what was to be sent. */
  static final class MailServerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MailServerAwayException() {
      super("The mail server does not answer; messages wait, check spring.mail.host", null);
    }
  }
}
