package org.icsregistry.onboarding.message;

import java.time.Instant;
import java.time.LocalDate;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.Milestone;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.PlacementEvent.VolunteerThanked;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to a person because of an event; neither address nor words.
 *
 * @param eventId the event, which there is once and so is the message
 */
record Letter(
    String eventId,
    String subject,
    String partner,
    @Nullable String roleId,
    MessageKind kind,
    @Nullable LocalDate dueOn,
    Instant recordedAt,
    Instant sendFrom) {

  /** Absent for events that tell the person nothing, as most do. */
  static @Nullable Letter of(RecordedEvent entry) {
    return switch (entry.data()) {
      case StepChased e
          when e.waitingOn() == WaitingOn.VOLUNTEER && e.stage() != ChaseStage.ESCALATED ->
          about(entry, e.partner(), e.roleId(), MessageKind.REMINDER, e.dueOn());
      case ApplicantDeclined e when e.reason() == DeclineReason.NO_RESPONSE ->
          about(entry, e.partner(), e.roleId(), MessageKind.CLOSED, null);
      case ClearedForRole e -> about(entry, e.partner(), e.roleId(), MessageKind.CLEARED, null);
      case ClearanceLapsed e -> about(entry, e.partner(), e.roleId(), MessageKind.LAPSED, null);
      case ExpiryWarned e ->
          about(
              entry,
              e.partner(),
              e.roleId(),
              MessageKind.EXPIRY,
              LocalDate.ofInstant(entry.recordedAt(), Poster.ZONE).plusDays(e.days()));
      case IdleNoticed e -> about(entry, e.partner(), e.roleId(), MessageKind.IDLE, null);
      case VolunteerThanked e ->
          about(
              entry,
              e.partner(),
              null,
              e.milestone() == Milestone.THANK_YOU ? MessageKind.THANKS : MessageKind.MILESTONE,
              null);
      case CallUpSent e -> about(entry, e.partner(), e.roleId(), MessageKind.CALL_UP, null);
      case GlassBroken e ->
          new Letter(
              entry.id(),
              entry.subject(),
              e.partner(),
              null,
              MessageKind.EMERGENCY,
              null,
              entry.recordedAt(),
              e.tellFrom());
      default -> null;
    };
  }

  private static Letter about(
      RecordedEvent entry,
      String partner,
      @Nullable String roleId,
      MessageKind kind,
      @Nullable LocalDate dueOn) {
    return new Letter(
        entry.id(),
        entry.subject(),
        partner,
        roleId,
        kind,
        dueOn,
        entry.recordedAt(),
        entry.recordedAt());
  }
}
