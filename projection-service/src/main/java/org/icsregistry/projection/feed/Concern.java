package org.icsregistry.projection.feed;

import java.util.HashSet;
import java.util.Set;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CheckEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.ClearanceEvent;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.JourneyEvent;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.JourneyEvent.PreferencesChanged;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.MergeEvent;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportRevoked;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PassportEvent.PassportViewed;
import org.icsregistry.contracts.message.PersonEvent;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SharingEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.message.TrainingEvent;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.passport.Passport;

/**
 * Whom an entry about a person concerns, by what it says. Whether they may know it is {@link
 * Audience}'s.
 *
 * @param ties of the person, with this entry and without what has ended since
 * @param partners the organisations whose own matter it is
 */
record Concern(RecordedEvent entry, Passport ties, Set<String> partners) {

  static Concern of(RecordedEvent entry, Passport ties) {
    return new Concern(entry, ties, partners(entry.data(), ties));
  }

  /** Whether it is about a person; everything else is about organisations and what they offer. */
  static boolean isAboutPerson(Event event) {
    return switch (event) {
      case VolunteerEvent _, ApplicationEvent _, PlacementEvent _, PassportEvent _ -> true;
      case PartnerEvent _, RoleEvent _, SurgeEvent _, OpportunityEvent _, ProgrammeEvent _ -> false;
    };
  }

  /**
   * Whether all organisations with a relationship with the person have to know. Of two ids that are
   * merged, those who know the one that is given up; the others would only learn that id.
   */
  boolean isForAllWhoKnow() {
    var event = entry.data();
    return event instanceof DetailsChanged
        || event instanceof CategoryErased
        || event instanceof ProcessingRestricted
        || event instanceof RestrictionLifted
        || (event instanceof VolunteersMerged merged && !merged.surviving())
        || (event instanceof VolunteersUnmerged unmerged && !unmerged.surviving());
  }

  /**
   * Whether it concerns this organisation for no other reason than that it issued the passport:
   * what others do with it, which is its matter only while it has to do with the person.
   *
   * @param partner one that it concerns
   */
  boolean isForIssuerAlone(String partner) {
    return entry.data() instanceof PassportEvent e && !named(e, ties).contains(partner);
  }

  private static Set<String> partners(Event event, Passport ties) {
    return switch (event) {
      case ApplicationEvent e -> Set.of(e.partner());
      case PlacementEvent e -> Set.of(e.partner());
      case ClearanceEvent e -> Set.of(e.partner());
      case SharingEvent e -> Set.of(e.partner());
      case CallUpEvent e -> Set.of(e.partner());
      case LookEvent e -> Set.of(e.partner());
      case PersonEvent e -> partners(e);
      case CheckEvent e -> partners(e);
      case TrainingEvent e -> partners(e);
      case JourneyEvent e -> partners(e);
      case ErasureEvent e -> partners(e);
      case PassportEvent e -> partners(e, ties);
      case MergeEvent _ -> Set.of();
      case PartnerEvent _, RoleEvent _, SurgeEvent _, OpportunityEvent _, ProgrammeEvent _ ->
          Set.of();
    };
  }

  private static Set<String> partners(PersonEvent event) {
    return switch (event) {
      case PartnerLinked e -> Set.of(e.partner());
      case PartnerUnlinked e -> Set.of(e.partner());
      case VolunteerRegistered _, DetailsChanged _, AvailabilityChanged _ -> Set.of();
    };
  }

  private static Set<String> partners(CheckEvent event) {
    return switch (event) {
      case CheckRequested e -> Set.of(e.partner());
      case CheckRecorded e -> Set.of(e.issuer());
      case StatusCheckNoted e -> Set.of(e.checkedBy());
      case CheckRejected e -> Set.of(e.partner());
      case CheckWithdrawn _ -> Set.of();
    };
  }

  private static Set<String> partners(TrainingEvent event) {
    return switch (event) {
      case TrainingAssigned e -> Set.of(e.partner());
      case TrainingRecorded e -> Set.of(e.issuer());
      case TrainingWithdrawn _ -> Set.of();
    };
  }

  private static Set<String> partners(JourneyEvent event) {
    return switch (event) {
      case StepChased e -> Set.of(e.partner());
      case ExpiryWarned e -> Set.of(e.partner());
      case IdleNoticed e -> Set.of(e.partner());
      case MessageSent e -> Set.of(e.partner());
      case PreferencesChanged _ -> Set.of();
    };
  }

  private static Set<String> partners(ErasureEvent event) {
    return switch (event) {
      case VolunteerErased e -> Set.copyOf(e.partners());
      case ErasureAcknowledged e -> Set.of(e.partner());
      case ProcessingRestricted e -> Set.of(e.partner());
      case CategoryErased _, RestrictionLifted _ -> Set.of();
    };
  }

  /** The issuer's people see all of an issued passport, a receiver what it was shown. */
  private static Set<String> partners(PassportEvent event, Passport ties) {
    var partners = named(event, ties);
    var issued = ties.issued().get(event.passportId());
    if (issued != null) {
      partners.add(issued.issuer());
    }
    return partners;
  }

  private static Set<String> named(PassportEvent event, Passport ties) {
    var partners = new HashSet<String>();
    switch (event) {
      case PassportIssued e -> partners.add(e.issuer());
      case PassportShared e -> partners.add(e.partner());
      case PassportViewed e -> partners.add(e.partner());
      case ItemAccepted e -> partners.add(e.partner());
      case ItemRejected e -> partners.add(e.partner());
      case PassportVerified e -> partners.add(e.partner());
      case PassportRevoked e -> {
        partners.add(e.issuer());
        var issued = ties.issued().get(e.passportId());
        if (issued != null) {
          issued.shares().values().forEach(share -> partners.add(share.partner()));
        }
      }
    }
    return partners;
  }
}
