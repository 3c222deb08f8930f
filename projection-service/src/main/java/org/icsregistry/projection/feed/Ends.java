package org.icsregistry.projection.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSucceeded;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.projection.audit.AuditProjection;
import org.icsregistry.projection.audit.AuditTrail;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Places;
import org.springframework.stereotype.Component;

/**
 * What has ended since an entry was recorded, as far as this service knows the log by now. The feed
 * may be late; a permission that was withdrawn meanwhile opens nothing any more.
 */
@Component
final class Ends {

  private static final Set<String> TYPES =
      Stream.of(
              SharingWithdrawn.class,
              PartnerUnlinked.class,
              PartnerSuspended.class,
              PartnerSucceeded.class)
          .map(MessageTypes::nameOf)
          .collect(toUnmodifiableSet());

  private final AuditTrail trail;
  private final Places places;

  Ends(AuditTrail trail, Places places) {
    this.trail = trail;
    this.places = places;
  }

  /** Those about the subjects of a batch and about partners, in the order of the log. */
  Known in(List<Entry> batch, Collection<String> partners) {
    var all = batch.stream().map(Entry::event).filter(Ends::isEnd);
    long last = batch.getLast().index();
    if (places.last(AuditProjection.NAME) > last) {
      var subjects = new HashSet<>(partners);
      batch.forEach(entry -> subjects.add(entry.event().subject()));
      all = Stream.concat(all, trail.after(subjects, TYPES, last).stream());
    }
    return new Known(all.collect(groupingBy(RecordedEvent::subject)));
  }

  private static boolean isEnd(RecordedEvent entry) {
    return TYPES.contains(MessageTypes.nameOf(entry.data().getClass()));
  }

  /**
   * @param bySubject in the order of the log
   */
  record Known(Map<String, List<RecordedEvent>> bySubject) {

    /** The ties at an entry without those that have ended since. */
    Passport without(Passport ties, long index) {
      return since(ties.subject(), index)
          .filter(end -> isKnown(end, ties))
          .reduce(ties, Passport::evolve, (_, later) -> later);
    }

    /** What was given after the entry and withdrawn again is not there yet. */
    private static boolean isKnown(RecordedEvent end, Passport ties) {
      return !(end.data() instanceof SharingWithdrawn e)
          || ties.person().grants().containsKey(e.grantId());
    }

    /** The partner at an entry, in the standing that it has lost since. */
    Partner without(Partner partner, long index) {
      return since(partner.code(), index)
          .map(end -> (PartnerEvent) end.data())
          .reduce(partner, Partner::evolve, (_, later) -> later);
    }

    private Stream<RecordedEvent> since(String subject, long index) {
      return bySubject.getOrDefault(subject, List.of()).stream()
          .filter(end -> end.logIndex() > index);
    }
  }
}
