package org.icsregistry.contracts.message;

import java.util.List;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;

/** Events of a surge; the subject is its id, {@code <host>.SURGE.<CODE>}. */
public sealed interface SurgeEvent extends Event {

  @MessageType("SurgeDeclared.v1")
  record SurgeDeclared(String title, SurgeReason reason, List<String> areas, int alertLimit)
      implements SurgeEvent {}

  /** Whoever was called up and has not said no is to hear that they may not be needed. */
  @MessageType("SurgeStoodDown.v1")
  record SurgeStoodDown(StandDownReason reason) implements SurgeEvent {}
}
