package org.icsregistry.projection.feed;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.passport.Grant;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.keys.RegistryAccess;
import org.icsregistry.projection.audit.Discretion;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.passport.Cut;
import org.icsregistry.projection.passport.Ties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told of an entry, and how much: what a partner's system could read of it over HTTP, by the
 * same matrix of rights ({@link Access}), the same {@link Discretion} and the same {@link
 * GoodStanding}; and beyond that what concerns the partner itself, reduced to the {@link Outcome}
 * where the entry names others.
 */
@Component
final class Audience {

  private final GoodStanding standing;
  private final String host;
  private final Clock clock;

  Audience(GoodStanding standing, RegistryAccess registry, Clock clock) {
    this.standing = standing;
    this.host = registry.ics().host();
    this.clock = clock;
  }

  /**
   * Organisations that may be concerned by an entry about a person; nobody else is told of it.
   *
   * @param ties of the person, with this entry
   */
  static Set<String> candidates(RecordedEvent entry, Passport ties) {
    var found = new HashSet<>(Concern.partners(entry.data(), ties));
    found.add(entry.org());
    found.addAll(ties.person().links().keySet());
    ties.person().grants().values().stream().map(Grant::partner).forEach(found::add);
    return found;
  }

  /**
   * How much a partner is told of an entry about an organisation, a role or the like.
   *
   * @param opportunity with this entry; unknown where the entry is about something else
   * @return absent for nothing
   */
  @Nullable Extent ofDirectory(RecordedEvent entry, Partner reader, Opportunity opportunity) {
    var code = reader.code();
    // Whoever may not read for now has to hear of that, and of the agreements it still signs.
    boolean itsStanding = entry.data() instanceof PartnerEvent && entry.subject().equals(code);
    boolean reached =
        !(entry.data() instanceof OpportunityEvent)
            || recordedBy(code, entry)
            || opportunity.reaches(code);
    return (itsStanding || (standing.has(reader) && reached))
            && allows(Right.SEE_DIRECTORY, Bond.NONE)
        ? Extent.ENTRY
        : null;
  }

  /**
   * How much a partner is told of an entry about a person.
   *
   * @param ties of the person, with this entry and without what has ended since
   * @return absent for nothing
   */
  @Nullable Extent of(RecordedEvent entry, Partner reader, Passport ties) {
    var code = reader.code();
    boolean named = Concern.partners(entry.data(), ties).contains(code);
    if (!standing.has(reader)) {
      // Nothing about people; but whoever holds copies has to deal with them (UK GDPR Art. 19).
      return named && entry.data() instanceof VolunteerErased ? Extent.OUTCOME : null;
    }
    var bond = Ties.bond(code, ties.person(), new Cut(entry.logIndex(), clock.instant()));
    boolean knows = allows(Right.SEE_PERSON, bond);
    boolean concerns =
        named
            ? knows || !Concern.isForIssuerAlone(entry.data(), code, ties)
            : knows && Concern.isForAllWhoKnow(entry.data());
    boolean tellable = Discretion.towards(code).allows(entry);
    if (tellable && (recordedBy(code, entry) || (concerns && namesNobodyElse(entry, code, ties)))) {
      return Extent.ENTRY;
    }
    if (tellable && allows(Right.SEE_HISTORY, bond)) {
      return Extent.SHARED;
    }
    return concerns ? Extent.OUTCOME : null;
  }

  private static boolean allows(Right right, Bond bond) {
    return Access.allows(Office.PARTNER, right, bond);
  }

  private static boolean recordedBy(String code, RecordedEvent entry) {
    return entry.org().equals(code) && allows(Right.SEE_OWN_ENTRIES, Bond.OWN);
  }

  /** Neither in its data nor as the sender, but for the host, which acts for everybody. */
  private boolean namesNobodyElse(RecordedEvent entry, String code, Passport ties) {
    var sender = entry.org();
    return Outcome.fields(entry.data(), code).isEmpty()
        && (sender.equals(host) || Concern.partners(entry.data(), ties).contains(sender));
  }
}
