package org.icsregistry.projection.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.SharingEvent;
import org.icsregistry.contracts.passport.Passport;
import org.jspecify.annotations.Nullable;

/**
 * The partners, who has to do with whom, and whom opportunities reach, at one place in the log. The
 * passports in here hold nothing but relationships, grants and whom an issued passport is shared
 * with.
 */
final class FeedState {

  private final Map<String, Partner> partners;
  private final Map<String, Passport> ties;
  private final Map<String, Opportunity> opportunities;
  private final Set<String> changedPartners = new HashSet<>();
  private final Set<String> changedTies = new HashSet<>();
  private final Set<String> changedOpportunities = new HashSet<>();

  FeedState(
      Map<String, Partner> partners,
      Map<String, Passport> ties,
      Map<String, Opportunity> opportunities) {
    this.partners = new HashMap<>(partners);
    this.ties = new HashMap<>(ties);
    this.opportunities = new HashMap<>(opportunities);
  }

  void fold(RecordedEvent entry) {
    var subject = entry.subject();
    if (entry.data() instanceof PartnerEvent event) {
      partners.merge(
          subject, Partner.unknown(subject).evolve(event), (before, _) -> before.evolve(event));
      changedPartners.add(subject);
    } else if (entry.data() instanceof OpportunityEvent event) {
      opportunities.put(subject, opportunity(subject).evolve(event));
      changedOpportunities.add(subject);
    } else if (changesTies(entry)) {
      ties.put(subject, ties(subject).evolve(entry));
      changedTies.add(subject);
    }
  }

  private static boolean changesTies(RecordedEvent entry) {
    return switch (entry.data()) {
      case PartnerLinked _, PartnerUnlinked _, SharingEvent _, PassportEvent _ -> true;
      default -> false;
    };
  }

  /** Those who have a feed: from their registration on, for good. */
  Collection<Partner> readers() {
    return partners.values().stream().filter(Partner::registered).toList();
  }

  @Nullable Partner reader(String code) {
    var partner = partners.get(code);
    return partner != null && partner.registered() ? partner : null;
  }

  Passport ties(String person) {
    return ties.getOrDefault(person, Passport.empty(person));
  }

  Opportunity opportunity(String id) {
    return opportunities.getOrDefault(id, Opportunity.unknown(id));
  }

  Map<String, Partner> partners() {
    return partners;
  }

  Map<String, Partner> newPartners() {
    return pick(partners, changedPartners);
  }

  Map<String, Passport> newTies() {
    return pick(ties, changedTies);
  }

  Map<String, Opportunity> newOpportunities() {
    return pick(opportunities, changedOpportunities);
  }

  private static <T> Map<String, T> pick(Map<String, T> all, Set<String> keys) {
    var picked = new HashMap<String, T>();
    keys.forEach(key -> picked.put(key, Objects.requireNonNull(all.get(key))));
    return picked;
  }
}
