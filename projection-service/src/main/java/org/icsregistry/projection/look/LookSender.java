package org.icsregistry.projection.look;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.icsregistry.client.Answer;
import org.icsregistry.client.Answer.Accepted;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.client.CommandEnvelope;
import org.icsregistry.client.CommandsRefusedException;
import org.icsregistry.client.RegistryClient;
import org.icsregistry.client.RegistryUnavailableException;
import org.icsregistry.client.SignInRefusedException;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.message.LookCommand.NoteLook;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.kit.keys.RegistryAccess;
import org.icsregistry.kit.security.SignInProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends looks to the registry. The rows are held while they are sent; if this process dies
 * meanwhile, somebody sends them again under the same ids, and each has effect once.
 */
@Component
class LookSender implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(LookSender.class);
  private static final int AT_ONCE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final RegistryClient registry;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile Instant notBefore = Instant.MIN;

  LookSender(
      JdbcClient jdbc,
      RegistryAccess access,
      SignInProperties signIn,
      TransactionTemplate transaction,
      MeterRegistry meters,
      Clock clock) {
    this.jdbc = jdbc;
    this.registry = new RegistryClient(access.settings(signIn, PATIENCE));
    this.transaction = transaction;
    this.clock = clock;
    meters.gauge("projection.looks.waiting", this, LookSender::waiting);
  }

  private record Row(UUID id, String subject, NoteLook look) {}

  @Scheduled(fixedDelay = 200)
  void send() {
    if (clock.instant().isBefore(notBefore)) {
      return;
    }
    try {
      boolean more = true;
      while (more) {
        more = Objects.requireNonNull(transaction.execute(_ -> sendSome()));
      }
    } catch (RegistryUnavailableException
        | SignInRefusedException
        | CommandsRefusedException
        | InterruptedSendingException e) {
      LOG.warn("Who looked at whom waits to be recorded; the rows stay in table look", e);
      notBefore = clock.instant().plus(PAUSE);
    }
  }

  /** What was noted more than an hour ago holds nothing back any more. */
  @Scheduled(fixedDelay = 600_000)
  void tidy() {
    jdbc.sql("DELETE FROM look_noted WHERE viewed_at <= ?")
        .param(at(clock.instant().minus(Duration.ofHours(1))))
        .update();
  }

  private boolean sendSome() {
    var rows =
        jdbc.sql(
                """
                SELECT * FROM look WHERE next_try_at <= ? ORDER BY next_try_at LIMIT ?
                FOR UPDATE SKIP LOCKED
                """)
            .params(at(clock.instant()), AT_ONCE)
            .query(LookSender::row)
            .list();
    if (rows.isEmpty()) {
      return false;
    }
    var answers = ask(rows.stream().map(this::envelope).toList());
    for (int i = 0; i < rows.size(); i++) {
      settle(rows.get(i), answers.get(i));
    }
    return rows.size() == AT_ONCE;
  }

  private List<Answer> ask(List<CommandEnvelope> commands) {
    try {
      return registry.sendBatch(commands);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedSendingException();
    }
  }

  private void settle(Row row, Answer answer) {
    switch (answer) {
      case Accepted _ -> delete(row);
      // There is nobody left who could be told.
      case Refused refused when refused.code().equals(ProblemCode.PERSON_ERASED.name()) ->
          delete(row);
      case Refused refused -> {
        if (!refused.temporary()) {
          LOG.warn("The registry refuses NoteLook {}: {}", row.id, refused.detail());
        }
        jdbc.sql("UPDATE look SET next_try_at = ? WHERE id = ?")
            .params(at(clock.instant().plus(refused.temporary() ? PAUSE : LONG_PAUSE)), row.id)
            .update();
      }
    }
  }

  private void delete(Row row) {
    jdbc.sql("DELETE FROM look WHERE id = ?").param(row.id).update();
  }

  private CommandEnvelope envelope(Row row) {
    return registry.commands().of(row.subject, row.look).withId(row.id);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("subject"),
        new NoteLook(
            row.getString("partner"),
            row.getString("viewer"),
            LookOffice.valueOf(row.getString("office")),
            LookGround.valueOf(row.getString("ground")),
            row.getObject("viewed_at", OffsetDateTime.class).toInstant()));
  }

  private double waiting() {
    return jdbc.sql("SELECT count(*) FROM look").query(Long.class).single();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void destroy() {
    registry.close();
  }

  /** The service stops; what was taken is taken up again. */
  private static final class InterruptedSendingException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
