package org.icsregistry.onboarding.retention;

import java.time.Clock;
import java.util.List;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.onboarding.fold.LogFold.AlsoTold;
import org.icsregistry.onboarding.fold.People;
import org.icsregistry.onboarding.journey.NextCommand;
import org.icsregistry.onboarding.outbox.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whoever is forgotten is forgotten under all ids: what was decided about the surviving one is sent
 * for each that was merged into it, because each has keys of its own.
 */
@Component
class OtherIds implements AlsoTold {

  private final People people;
  private final Outbox outbox;
  private final Clock clock;
  private final String host;

  OtherIds(People people, Outbox outbox, Clock clock, @Value("${registry.ics.host}") String host) {
    this.people = people;
    this.outbox = outbox;
    this.clock = clock;
    this.host = host;
  }

  @Override
  public void tell(List<RecordedEvent> entries) {
    for (var entry : entries) {
      if (entry.data() instanceof VolunteerErased erased) {
        merged(entry.subject()).forEach(id -> forget(id, erased, entry));
      }
    }
  }

  private List<String> merged(String survivor) {
    var known = people.load(List.of(survivor)).get(survivor);
    return known == null ? List.of() : known.passport().person().identity().takenIn();
  }

  private void forget(String id, VolunteerErased erased, RecordedEvent because) {
    var command = new EraseVolunteer(erased.ground(), erased.decidedBy(), erased.holds());
    outbox.keep(
        id,
        host,
        NextCommand.once("other id|%s|%s".formatted(id, because.id()), command),
        clock.instant());
  }
}
