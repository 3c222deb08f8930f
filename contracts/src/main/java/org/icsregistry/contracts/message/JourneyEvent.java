package org.icsregistry.contracts.message;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.MessageChannel;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;

/** What was done to keep a person's way going. Changes nothing about what the person holds. */
public sealed interface JourneyEvent extends VolunteerEvent {

  @MessageType("StepChased.v1")
  record StepChased(
      String partner,
      String roleId,
      String occasionId,
      String step,
      WaitingOn waitingOn,
      ChaseStage stage,
      LocalDate dueOn)
      implements JourneyEvent {}

  /**
   * Names neither the item nor the day: for some checks the day follows from a sealed finding, and
   * the lapse that is to come says no more.
   */
  @MessageType("ExpiryWarned.v1")
  record ExpiryWarned(String partner, String roleId, String requirement, int days)
      implements JourneyEvent {}

  @MessageType("IdleNoticed.v1")
  record IdleNoticed(String partner, String roleId, int days) implements JourneyEvent {}

  @MessageType("MessageSent.v1")
  record MessageSent(
      String partner, String eventId, MessageKind kind, MessageChannel channel, int templateVersion)
      implements JourneyEvent {}

  @MessageType("PreferencesChanged.v1")
  record PreferencesChanged(
      @SealedAs(Category.CONTACT) Sealed<Language> language, List<MessageKind> optedOut)
      implements JourneyEvent {}
}
