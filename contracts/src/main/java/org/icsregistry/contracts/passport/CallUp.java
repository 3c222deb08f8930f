package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.jspecify.annotations.Nullable;

/**
 * The person asked to help in a surge.
 *
 * @param answer the last one; absent until there is one
 */
public record CallUp(
    String id,
    String surgeId,
    String partner,
    String roleId,
    LocalDate calledOn,
    @Nullable CallUpAnswer answer) {

  static CallUp of(CallUpSent e) {
    return new CallUp(e.callUpId(), e.surgeId(), e.partner(), e.roleId(), e.calledOn(), null);
  }

  CallUp answered(CallUpAnswered e) {
    return new CallUp(id, surgeId, partner, roleId, calledOn, e.answer());
  }
}
