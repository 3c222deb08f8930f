package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.CallUpAnswer;

/** One person asked to help in a surge; the subject is the person's id. */
public sealed interface CallUpEvent extends VolunteerEvent {

  String callUpId();

  String surgeId();

  String partner();

  /** {@code calledOn} is the day, which the limit of alerts counts. */
  @MessageType("CallUpSent.v1")
  record CallUpSent(
      String callUpId, String surgeId, String partner, String roleId, LocalDate calledOn)
      implements CallUpEvent {}

  @MessageType("CallUpAnswered.v1")
  record CallUpAnswered(String callUpId, String surgeId, String partner, CallUpAnswer answer)
      implements CallUpEvent {}
}
