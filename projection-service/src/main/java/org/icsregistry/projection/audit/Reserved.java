package org.icsregistry.projection.audit;

import java.time.Instant;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.PlacementEvent.PlacementSuspended;
import org.jspecify.annotations.Nullable;

/**
 * How far an entry is kept from those who otherwise see everything about a person. The trail holds
 * it beside each entry, so that nobody opens an event to find out whether it may be shown.
 *
 * @param to the one organisation that may be told; {@link #NOBODY} for none, absent for all
 * @param until when the person may be told; absent for at once
 */
record Reserved(@Nullable String to, @Nullable Instant until) {

  /** No organisation has this code, nor does a caller who has none at all. */
  static final String NOBODY = "-";

  private static final Reserved NOT = new Reserved(null, null);

  static Reserved of(RecordedEvent entry) {
    return switch (entry.data()) {
      case LookEvent e -> new Reserved(e.partner(), e.tellFrom());
      case MessageSent e -> e.kind() == MessageKind.EMERGENCY ? to(e.partner()) : NOT;
      case CheckRecorded _, StatusCheckNoted _, CheckWithdrawn _, CheckRejected _ ->
          to(entry.org());
      // It says who rejected the check, and there is one for a check that speaks against the
      // person.
      case CheckCarriedOver _ -> to(NOBODY);
      case CheckRequested e -> to(e.partner());
      case ApplicationEvent e -> to(e.partner());
      case PlacementSuspended e -> to(e.partner());
      default -> NOT;
    };
  }

  private static Reserved to(String organisation) {
    return new Reserved(organisation, null);
  }
}
