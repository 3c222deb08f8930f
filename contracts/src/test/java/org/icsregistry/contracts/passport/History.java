package org.icsregistry.contracts.passport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.PartnerCopies;
import org.icsregistry.contracts.code.RejectionReason;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.code.Voice;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.fixtures.Arbitrary;
import org.icsregistry.contracts.fixtures.Samples;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicationWithdrawn;
import org.icsregistry.contracts.message.ApplicationEvent.Applied;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationHeld;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationScheduled;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.ApplicationEvent.PlacedInTalentPool;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.JourneyEvent.PreferencesChanged;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.TrainingCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportRevoked;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PassportEvent.PassportViewed;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.FeedbackGiven;
import org.icsregistry.contracts.message.PlacementEvent.PlacementEnded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.PlacementEvent.PlacementPaused;
import org.icsregistry.contracts.message.PlacementEvent.PlacementResumed;
import org.icsregistry.contracts.message.PlacementEvent.PlacementStarted;
import org.icsregistry.contracts.message.PlacementEvent.PlacementSuspended;
import org.icsregistry.contracts.message.PlacementEvent.VolunteerThanked;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;

/**
 * What may happen to one person: strands of events that depend on each other, independent of the
 * other strands, so that they may be woven in any way.
 */
final class History {

  static final String PERSON = "018f3c1e-0000-7000-8000-000000000001";

  private static final List<String> PARTNERS = List.of("RBV", "RM3", "GB-CHC-1140351");

  private final Random random;
  private final Arbitrary any;
  private final List<List<Event>> strands = new ArrayList<>();
  private int nextId;

  /** Random strands. */
  History(Random random) {
    this.random = random;
    this.any = new Arbitrary(random);
    strands.add(
        List.of(
            Samples.of(VolunteerRegistered.class, Extent.FULL), any.record(DetailsChanged.class)));
    strands.add(List.of(any.record(AvailabilityChanged.class)));
    strands.add(List.of(Samples.of(PreferencesChanged.class, Extent.FULL)));
    strands.add(List.of(new PartnerLinked("RXX", any.day()), new PartnerUnlinked("RXX")));
    strands.add(merge());
    strands.add(protection());
    for (var partner : PARTNERS) {
      strands.add(relation(partner));
      strands.add(checks(partner, any.oneOf(CheckCode.values())));
      strands.add(trainings(partner, "CSTF_FIRE"));
      strands.add(clearances(partner, partner + ".WARD_HELPER"));
      strands.add(List.of(any.record(RecognitionDecided.class)));
      strands.add(List.of(bypass(partner)));
      strands.add(application(partner));
      strands.add(placement(partner));
      strands.add(issued(partner));
      strands.add(
          List.of(
              any.record(StepChased.class),
              any.record(ExpiryWarned.class),
              any.record(IdleNoticed.class),
              any.record(MessageSent.class)));
      strands.add(callUp(partner));
    }
  }

  private List<Event> protection() {
    var partner = any.oneOf("RBV", "RM3");
    return List.of(
        any.record(ProcessingRestricted.class),
        any.record(RestrictionLifted.class),
        any.record(CategoryErased.class),
        any.record(VolunteerErased.class),
        new ErasureAcknowledged(partner, PartnerCopies.ERASED));
  }

  /** The strands woven into one order that keeps each strand's own. */
  List<RecordedEvent> woven(Random order) {
    var left = new ArrayList<List<Event>>();
    strands.stream().filter(s -> !s.isEmpty()).map(ArrayList::new).forEach(left::add);
    var entries = new ArrayList<RecordedEvent>();
    long index = 0;
    while (!left.isEmpty()) {
      var strand = left.get(order.nextInt(left.size()));
      index += 1 + order.nextInt(3);
      entries.add(entry(index, strand.removeFirst()));
      left.removeIf(List::isEmpty);
    }
    return entries;
  }

  static RecordedEvent entry(long index, Event event) {
    return new RecordedEvent(
        index, "event-" + index, "RBV", PERSON, Instant.EPOCH, null, null, "command", event);
  }

  private String id() {
    return "item-" + nextId++;
  }

  /** What may come and go with a relationship, and no request: the end drops those. */
  private List<Event> relation(String partner) {
    var id = id();
    var strand = new ArrayList<Event>();
    strand.add(new PartnerLinked(partner, any.day()));
    strand.add(
        new SharingGranted(id, partner, any.oneOf(SharingPurpose.values()), any.day(), any.day()));
    if (any.chance(50)) {
      strand.add(new SharingWithdrawn(id, partner));
    }
    if (any.chance(20)) {
      var like = any.record(GlassBroken.class);
      strand.add(
          new GlassBroken(
              partner, like.reason(), like.explanation(), like.until(), like.tellFrom()));
      strand.add(any.record(DetailsViewed.class));
    }
    return strand;
  }

  private Event bypass(String partner) {
    var like = any.record(RequirementBypassed.class);
    return new RequirementBypassed(
        partner,
        partner + ".WARD_HELPER",
        like.roleVersion(),
        "REFERENCES",
        like.reason(),
        like.approver(),
        like.supervisor(),
        like.from(),
        like.until());
  }

  private List<Event> merge() {
    var other = id();
    var like = any.record(TrainingCarriedOver.class);
    var check = any.oneOf(CheckCode.values());
    var strand =
        List.<Event>of(
            new VolunteersMerged(other, PERSON, true),
            new CheckCarriedOver(
                other,
                id(),
                check,
                "RBV",
                like.issuerCategory(),
                any.day(),
                any.sealed(),
                null,
                null,
                List.of("RM3")),
            new TrainingCarriedOver(
                other,
                id(),
                "CSTF_FIRE",
                "RBV",
                like.issuerCategory(),
                like.framework(),
                like.provider(),
                like.evidence(),
                like.completedOn()),
            new VolunteersUnmerged(other, PERSON, true));
    return strand.subList(0, random.nextInt(strand.size() + 1));
  }

  private List<Event> checks(String partner, CheckCode check) {
    var strand = new ArrayList<Event>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var id = id();
      if (any.chance(50)) {
        strand.add(new CheckRequested(partner, partner + ".WARD_HELPER", check, null));
      }
      strand.add(
          new CheckRecorded(id, check, partner, IssuerCategory.NHS_TRUST, any.day(), any.sealed()));
      for (int n = random.nextInt(3); n > 0; n--) {
        strand.add(new StatusCheckNoted(id, any.oneOf(PARTNERS), any.day(), any.sealed()));
      }
      if (any.chance(30)) {
        strand.add(new CheckRejected(id, "RXX", any.oneOf(RejectionReason.values())));
      }
      if (any.chance(30)) {
        strand.add(new CheckWithdrawn(id, any.oneOf(WithdrawalReason.values())));
      }
    }
    return strand;
  }

  private List<Event> trainings(String partner, String subject) {
    var strand = new ArrayList<Event>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var like = any.record(TrainingRecorded.class);
      var id = id();
      if (any.chance(50)) {
        strand.add(new TrainingAssigned(partner, partner + ".WARD_HELPER", subject));
      }
      strand.add(
          new TrainingRecorded(
              id,
              subject,
              partner,
              like.issuerCategory(),
              like.framework(),
              like.provider(),
              like.evidence(),
              like.completedOn()));
      if (any.chance(30)) {
        strand.add(new TrainingWithdrawn(id, any.oneOf(WithdrawalReason.values())));
      }
    }
    return strand;
  }

  private List<Event> clearances(String partner, String role) {
    var strand = new ArrayList<Event>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var like = any.record(ClearedForRole.class);
      strand.add(
          new ClearedForRole(
              partner, role, like.roleVersion(), like.policyVersion(), like.evidence()));
      if (any.chance(60)) {
        var lapse = any.record(ClearanceLapsed.class);
        strand.add(new ClearanceLapsed(partner, role, lapse.reason(), lapse.itemId()));
      }
    }
    return strand;
  }

  private List<Event> application(String partner) {
    var id = id();
    var role = partner + ".WARD_HELPER";
    var waitingOn = any.record(InterestExpressed.class).waitingOn();
    var declined = any.record(ApplicantDeclined.class).reason();
    var left = any.record(ApplicationWithdrawn.class).reason();
    var strand =
        List.<Event>of(
            new InterestExpressed(id, partner, role, waitingOn),
            new PlacedInTalentPool(id, partner, role, waitingOn),
            new Applied(id, partner, role, waitingOn),
            new ConversationScheduled(id, partner, role, any.day(), waitingOn),
            new ConversationHeld(id, partner, role, any.day(), waitingOn),
            new OfferMade(id, partner, role, waitingOn),
            new OfferAnswered(id, partner, role, random.nextBoolean(), waitingOn),
            new ApplicationWithdrawn(id, partner, role, left, waitingOn),
            new ApplicantDeclined(id, partner, role, declined, waitingOn));
    return strand.subList(0, random.nextInt(strand.size() + 1));
  }

  private List<Event> placement(String partner) {
    var id = id();
    var strand = new ArrayList<Event>();
    strand.add(new PlacementOffered(id, partner, partner + ".WARD_HELPER"));
    if (any.chance(80)) {
      strand.add(new PlacementStarted(id, partner, partner + ".WARD_HELPER", any.day()));
      for (int i = random.nextInt(4); i > 0; i--) {
        strand.add(activity(id, partner, any.day()));
      }
      if (any.chance(50)) {
        strand.add(new PlacementPaused(id, partner, null));
        strand.add(new PlacementSuspended(id, partner));
        strand.add(new PlacementResumed(id, partner, any.day()));
        strand.add(
            new VolunteerThanked(id, partner, any.record(VolunteerThanked.class).milestone()));
        strand.add(new FeedbackGiven(id, partner, Voice.VOLUNTEER, 1 + random.nextInt(5), null));
      }
    }
    if (any.chance(40)) {
      strand.add(
          new PlacementEnded(id, partner, any.day(), any.record(PlacementEnded.class).reason()));
    }
    return strand;
  }

  private List<Event> issued(String partner) {
    var id = id();
    var share = id();
    var item = id();
    var other = id();
    var items = List.of(item, other);
    var at = any.record(PassportViewed.class).viewedAt();
    var shared = any.record(PassportShared.class);
    var rejection = any.record(ItemRejected.class).reason();
    var revocation = any.record(PassportRevoked.class).reason();
    var strand =
        List.<Event>of(
            new PassportIssued(id, partner, any.day(), any.day(), items),
            new PassportShared(id, share, "RM3", shared.purpose(), items, shared.until()),
            new PassportViewed(id, share, "RM3", ViewPurpose.VERIFICATION, at),
            new ItemAccepted(id, share, "RM3", item),
            new ItemRejected(id, share, "RM3", other, rejection),
            new PassportVerified(id, share, "RM3", at, at.plusSeconds(180), 1, 1),
            new PassportRevoked(id, partner, revocation));
    return strand.subList(0, random.nextInt(strand.size() + 1));
  }

  private List<Event> callUp(String partner) {
    var sent = any.record(CallUpSent.class);
    var id = id();
    var strand =
        List.<Event>of(
            new CallUpSent(id, sent.surgeId(), partner, partner + ".WARD_HELPER", any.day()),
            new CallUpAnswered(id, sent.surgeId(), partner, any.oneOf(CallUpAnswer.values())),
            new CallUpAnswered(id, sent.surgeId(), partner, any.oneOf(CallUpAnswer.values())));
    return strand.subList(0, random.nextInt(strand.size() + 1));
  }

  private ActivityRecorded activity(String id, String partner, LocalDate day) {
    var like = any.record(ActivityRecorded.class);
    return new ActivityRecorded(
        id,
        partner,
        day,
        like.mode(),
        like.category(),
        random.nextInt(600),
        random.nextInt(9),
        null);
  }
}
