package org.icsregistry.projection.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditEntry;
import org.icsregistry.projection.audit.AuditQuery;
import org.icsregistry.projection.audit.AuditTrail;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.springframework.stereotype.Component;

/** What a person was written to about; the log keeps that, and not the words. */
@Component
public class Messages {

  private final AuditTrail trail;
  private final DirectoryQueries directory;

  Messages(AuditTrail trail, DirectoryQueries directory) {
    this.trail = trail;
    this.directory = directory;
  }

  /** One letter. */
  public record Message(Instant sentAt, String organisation, MessageKind kind) {}

  /** The latest letters to the caller. */
  public List<Message> to(Caller caller, int limit) {
    Access.require(caller, Right.SEE_JOURNEYS, Bond.SELF);
    if (caller.person() == null) {
      return List.of();
    }
    var sent = trail.page(about(caller.person(), limit)).entries();
    var names =
        directory.now(
            sent.stream().map(entry -> event(entry).partner()).distinct().toList(), List.of());
    return sent.stream()
        .map(entry -> {
          var event = event(entry);
          return new Message(entry.recordedAt(), names.name(event.partner()), event.kind());
        })
        .toList();
  }

  private static AuditQuery about(String person, int limit) {
    return new AuditQuery(
        Optional.of(person),
        Optional.empty(),
        Optional.of(MessageTypes.nameOf(MessageSent.class)),
        Optional.empty(),
        limit,
        AuditQuery.Order.DESC);
  }

  private static MessageSent event(AuditEntry entry) {
    return (MessageSent) EventCodec.decode(entry.event().getBytes(UTF_8)).data();
  }
}
