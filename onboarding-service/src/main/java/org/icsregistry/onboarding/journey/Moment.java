package org.icsregistry.onboarding.journey;

import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementResumed;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.jspecify.annotations.Nullable;

/** Names of what a step may begin with; for each, the last time is kept. */
public final class Moment {

  /** Of all activity only its last time: it is most of the log. */
  public static final String ACTIVE = "active";

  private Moment() {}

  /** What begins with this event; absent when nothing does, as with most kinds. */
  public static @Nullable String of(Event event) {
    return switch (event) {
      case ApplicationEvent e -> application(e.applicationId());
      case CheckRequested e -> requested(e.partner(), e.roleId(), e.check().name());
      case TrainingAssigned e -> requested(e.partner(), e.roleId(), e.training());
      case CheckRecorded e -> recorded(e.check().name());
      case TrainingRecorded e -> recorded(e.training());
      case ClearedForRole e -> cleared(e.partner(), e.roleId());
      case ClearanceLapsed e -> lapsed(e.partner(), e.roleId());
      case ActivityRecorded _, PlacementStarted _, PlacementResumed _ -> ACTIVE;
      default -> null;
    };
  }

  public static String application(String id) {
    return "application|" + id;
  }

  static String requested(String partner, String roleId, String requirement) {
    return "requested|" + partner + "|" + roleId + "|" + requirement;
  }

  static String recorded(String requirement) {
    return "recorded|" + requirement;
  }

  static String cleared(String partner, String roleId) {
    return "cleared|" + partner + "|" + roleId;
  }

  static String lapsed(String partner, String roleId) {
    return "lapsed|" + partner + "|" + roleId;
  }
}
