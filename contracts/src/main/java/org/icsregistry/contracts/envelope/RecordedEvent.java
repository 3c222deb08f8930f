package org.icsregistry.contracts.envelope;

import java.time.Instant;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.signature.CommandSignature;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log: an event and the CloudEvents attributes around it.
 *
 * @param logIndex place in the one order, dense from 0
 * @param id the event's own id, unique
 * @param org code of the organisation whose command it follows from
 * @param subject whom or what it is about: a person's id, an organisation's code, a role's id
 * @param recordedAt the log's own clock, never a sender's, never going back
 * @param actor who acted within the organisation, as a pseudonym the organisation can resolve
 * @param correlationId ties the steps of one matter together
 * @param causationId the command it follows from
 * @param signature of the sender's organisation on that command, when it signed it
 */
public record RecordedEvent(
    long logIndex,
    String id,
    String org,
    String subject,
    Instant recordedAt,
    @Nullable String actor,
    @Nullable String correlationId,
    String causationId,
    Event data,
    @Nullable CommandSignature signature) {

  /** An event of a command that was not signed. */
  public RecordedEvent(
      long logIndex,
      String id,
      String org,
      String subject,
      Instant recordedAt,
      @Nullable String actor,
      @Nullable String correlationId,
      String causationId,
      Event data) {
    this(logIndex, id, org, subject, recordedAt, actor, correlationId, causationId, data, null);
  }
}
