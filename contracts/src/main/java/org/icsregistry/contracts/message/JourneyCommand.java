package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.MessageChannel;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.JourneyEvent.PreferencesChanged;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;

/**
 * Keeping a person's way going: what the ICS host reminded of, and how the person wants to be
 * written to.
 */
public sealed interface JourneyCommand extends VolunteerCommand {

  /**
   * The host reminds of a step that is late.
   *
   * @param occasionId the application or placement the step belongs to
   * @param step code of the requirement that is open, or the application's own step
   * @param dueOn the day by which the step is usually done
   */
  @MessageType("ChaseStep.v1")
  @LeadsTo(StepChased.class)
  record ChaseStep(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      @Pattern(regexp = Format.UUID) String occasionId,
      @Pattern(regexp = Format.CODE) String step,
      WaitingOn waitingOn,
      ChaseStage stage,
      LocalDate dueOn)
      implements JourneyCommand {}

  /**
   * The host says ahead of time that a clearance will not hold for ever.
   *
   * @param requirement code of the requirement that will be open then
   * @param days how many days are left at most
   */
  @MessageType("WarnOfExpiry.v1")
  @LeadsTo(ExpiryWarned.class)
  record WarnOfExpiry(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      @Pattern(regexp = Format.CODE) String requirement,
      @Min(1) @Max(366) int days)
      implements JourneyCommand {}

  /**
   * The host notices that somebody who is cleared has not been active.
   *
   * @param days how many days at least
   */
  @MessageType("NoticeIdle.v1")
  @LeadsTo(IdleNoticed.class)
  record NoticeIdle(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId,
      @Min(1) @Max(366) int days)
      implements JourneyCommand {}

  /**
   * The host has written to the person. The words stand in the template of that name and version;
   * no part of the message is recorded.
   *
   * @param eventId the event that the message tells of
   */
  @MessageType("NoteMessage.v1")
  @LeadsTo(MessageSent.class)
  record NoteMessage(
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.UUID) String eventId,
      MessageKind kind,
      MessageChannel channel,
      @Min(1) @Max(10_000) int templateVersion)
      implements JourneyCommand {}

  /**
   * How the person wants to be written to, recorded by a partner with a relationship. Replaces what
   * was said before.
   *
   * @param optedOut kinds of messages the person does not want
   */
  @MessageType("ChangePreferences.v1")
  @LeadsTo(PreferencesChanged.class)
  record ChangePreferences(
      @SealedAs(Category.CONTACT) Sealed<Language> language,
      @Size(max = 10) List<MessageKind> optedOut)
      implements JourneyCommand {}
}
