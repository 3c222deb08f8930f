package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;

/** Asking one person to help in a surge; the subject is the person's id. */
public sealed interface CallUpCommand extends VolunteerCommand {

  /** Chosen by the sender, a UUID. */
  String callUpId();

  /**
   * Only somebody who is cleared for the role, or for the role it is derived from: at that partner,
   * or at any if they share details with it. Sent by the partner through which the person is called
   * or, on its behalf, by the ICS host.
   *
   * @param partner who knows the person and is to place them
   */
  @MessageType("CallUp.v1")
  @LeadsTo(CallUpSent.class)
  record CallUp(
      @Pattern(regexp = Format.UUID) String callUpId,
      @Pattern(regexp = Format.SURGE) String surgeId,
      @Pattern(regexp = Format.ORGANISATION) String partner,
      @Pattern(regexp = Format.ROLE) String roleId)
      implements CallUpCommand {}

  /** The person's answer; a later one replaces it until the surge is stood down. */
  @MessageType("AnswerCallUp.v1")
  @LeadsTo(CallUpAnswered.class)
  record AnswerCallUp(@Pattern(regexp = Format.UUID) String callUpId, CallUpAnswer answer)
      implements CallUpCommand {}
}
