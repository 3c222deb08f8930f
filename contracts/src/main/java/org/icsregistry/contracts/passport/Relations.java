package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.Map;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.SharingEvent;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;

/**
 * Which organisations have to do with a person.
 *
 * @param links partners with a relationship, with the day the person agreed
 * @param grants by grant id, those that ended too
 * @param emergencies the last of each partner
 */
public record Relations(
    Map<String, LocalDate> links, Map<String, Grant> grants, Map<String, Emergency> emergencies) {

  static final Relations NONE = new Relations(Map.of(), Map.of(), Map.of());

  Relations linked(String partner, LocalDate agreedOn) {
    return new Relations(Folding.put(links, partner, agreedOn), grants, emergencies);
  }

  Relations unlinked(String partner) {
    return new Relations(
        Folding.remove(links, partner), grants, Folding.remove(emergencies, partner));
  }

  Relations evolve(SharingEvent event) {
    return new Relations(
        links,
        switch (event) {
          case SharingGranted e -> Folding.put(grants, e.grantId(), Grant.of(e));
          case SharingWithdrawn e -> Folding.replace(grants, e.grantId(), Grant::ended);
        },
        emergencies);
  }

  Relations evolve(LookEvent event) {
    return switch (event) {
      case DetailsViewed _ -> this;
      case GlassBroken e ->
          new Relations(links, grants, Folding.put(emergencies, e.partner(), Emergency.of(e)));
    };
  }
}
