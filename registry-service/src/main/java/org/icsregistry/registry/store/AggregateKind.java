package org.icsregistry.registry.store;

import org.icsregistry.contracts.message.ApplicationCommand;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.OpportunityCommand;
import org.icsregistry.contracts.message.PartnerCommand;
import org.icsregistry.contracts.message.PassportCommand;
import org.icsregistry.contracts.message.PlacementCommand;
import org.icsregistry.contracts.message.ProgrammeCommand;
import org.icsregistry.contracts.message.RoleCommand;
import org.icsregistry.contracts.message.SurgeCommand;
import org.icsregistry.contracts.message.VolunteerCommand;

/**
 * Kinds of aggregates. The kind is part of the aggregate id, so that ids of different kinds can
 * never collide.
 */
public enum AggregateKind {
  PARTNER("partner"),
  ROLE("role"),
  VOLUNTEER("volunteer"),
  APPLICATION("application"),
  PLACEMENT("placement"),
  SURGE("surge"),
  PASSPORT("passport"),
  OPPORTUNITY("opportunity"),
  PROGRAMME("programme");

  private final String code;

  AggregateKind(String code) {
    this.code = code;
  }

  /** Name of the aggregate's command handler and of its type in the store. */
  public String code() {
    return code;
  }

  public String id(String key) {
    return code + ":" + key;
  }

  /** The part of an aggregate id after its kind. */
  public static String key(String aggregateId) {
    return aggregateId.substring(aggregateId.indexOf(':') + 1);
  }

  public static AggregateKind of(Command command) {
    return switch (command) {
      case PartnerCommand _ -> PARTNER;
      case RoleCommand _ -> ROLE;
      case VolunteerCommand _ -> VOLUNTEER;
      case ApplicationCommand _ -> APPLICATION;
      case PlacementCommand _ -> PLACEMENT;
      case PassportCommand _ -> PASSPORT;
      case OpportunityCommand _ -> OPPORTUNITY;
      case SurgeCommand _ -> SURGE;
      case ProgrammeCommand _ -> PROGRAMME;
    };
  }

  /** The aggregate a command goes to. */
  public static String target(Command command, String subject) {
    var kind = of(command);
    return switch (command) {
      case PartnerCommand _, RoleCommand _, VolunteerCommand _, OpportunityCommand _ ->
          kind.id(subject);
      case ApplicationCommand c -> kind.id(c.applicationId());
      case PlacementCommand c -> kind.id(c.placementId());
      case PassportCommand c -> kind.id(c.passportId());
      case SurgeCommand _, ProgrammeCommand _ -> kind.id(subject);
    };
  }
}
