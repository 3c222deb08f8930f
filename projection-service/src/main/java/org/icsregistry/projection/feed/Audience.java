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

  /** Organisations that may be told of an entry about a person; nobody else is. */
  static Set<String> candidates(Concern concern) {
    var person = concern.ties().person();
    var found = new HashSet<>(concern.partners());
    found.add(concern.entry().org());
    found.addAll(person.links().keySet());
    person.grants().values().stream().map(Grant::partner).forEach(found::add);
    return found;
  }

  /**
   * How much a partner is told of an entry about an organisation, a role or the like.
   *
   * @param before the opportunity without this entry; unknown where it is about something else
   * @param now the opportunity with it
   * @return absent for nothing
   */
  @Nullable Extent ofDirectory(
      RecordedEvent entry, Partner reader, Opportunity before, Opportunity now) {
    var code = reader.code();
    if (!allows(Right.SEE_DIRECTORY, Bond.NONE)) {
      return null;
    }
    if (!standing.has(reader)) {
      // Whoever may not read for now has to hear of that, and of the agreements it still signs.
      boolean itsOwn = entry.data() instanceof PartnerEvent && entry.subject().equals(code);
      return itsOwn ? Extent.ENTRY : null;
    }
    if (!(entry.data() instanceof OpportunityEvent) || now.reaches(code)) {
      return Extent.ENTRY;
    }
    // Or it would go on offering what is not for its people any more.
    return before.reaches(code) ? Extent.OUTCOME : null;
  }

  /**
   * How much a partner is told of an entry about a person.
   *
   * @return absent for nothing
   */
  @Nullable Extent of(Concern concern, Partner reader) {
    var code = reader.code();
    var entry = concern.entry();
    boolean named = concern.partners().contains(code);
    if (!standing.has(reader)) {
      // Nothing about people; but whoever holds copies has to deal with them (UK GDPR Art. 19).
      return named && entry.data() instanceof VolunteerErased ? Extent.OUTCOME : null;
    }
    var bond = Ties.bond(code, concern.ties().person(), new Cut(entry.logIndex(), clock.instant()));
    boolean knows = allows(Right.SEE_PERSON, bond);
    boolean concerns =
        named ? knows || !concern.isForIssuerAlone(code) : knows && concern.isForAllWhoKnow();
    boolean tellable = new Discretion.TowardsOrganisation(code).allows(entry);
    if (tellable && (recordedBy(code, entry) || (concerns && namesNobodyElse(concern, code)))) {
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
  private boolean namesNobodyElse(Concern concern, String code) {
    var sender = concern.entry().org();
    return Outcome.fields(concern.entry().data(), code).isEmpty()
        && (sender.equals(host) || concern.partners().contains(sender));
  }
}
