package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.Map;
import org.icsregistry.contracts.message.SharingEvent;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;

/**
 * Which organisations have to do with a person.
 *
 * @param links partners with a relationship, with the day the person agreed
 * @param grants by grant id, those that ended too
 */
public record Relations(Map<String, LocalDate> links, Map<String, Grant> grants) {

  static final Relations NONE = new Relations(Map.of(), Map.of());

  Relations linked(String partner, LocalDate agreedOn) {
    return new Relations(Folding.put(links, partner, agreedOn), grants);
  }

  Relations unlinked(String partner) {
    return new Relations(Folding.remove(links, partner), grants);
  }

  Relations evolve(SharingEvent event) {
    return new Relations(
        links,
        switch (event) {
          case SharingGranted e -> Folding.put(grants, e.grantId(), Grant.of(e));
          case SharingWithdrawn e -> Folding.replace(grants, e.grantId(), Grant::ended);
        });
  }
}
