package org.icsregistry.onboarding.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.PlacementEvent.ActivityRecorded;
import org.icsregistry.contracts.message.PlacementEvent.PlacementOffered;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.log.kafka.LogRecord;

/** Some entries of the log, sorted by whom or what they are about. */
final class Batch {

  private final Map<String, List<RecordedEvent>> people = new LinkedHashMap<>();
  private final List<RecordedEvent> roles = new ArrayList<>();
  private final List<RecordedEvent> partners = new ArrayList<>();
  private final Set<String> erased = new LinkedHashSet<>();
  private final Map<String, Instant> occasions = new LinkedHashMap<>();
  private final List<RecordedEvent> all = new ArrayList<>();

  static Batch of(List<LogRecord> records) {
    var batch = new Batch();
    records.forEach(record -> batch.add(EventCodec.decode(record.event())));
    return batch;
  }

  /** Everything, in the order of the log. */
  List<RecordedEvent> all() {
    return all;
  }

  Map<String, List<RecordedEvent>> people() {
    return people;
  }

  Set<String> roleIds() {
    return subjects(roles);
  }

  Set<String> partnerCodes() {
    return subjects(partners);
  }

  /** When each accepted application and each placement in the batch began. */
  Map<String, Instant> occasions() {
    return occasions;
  }

  Role fold(Role before) {
    var role = before;
    for (var entry : roles) {
      if (entry.subject().equals(before.roleId()) && entry.data() instanceof RoleEvent event) {
        role = role.evolve(event);
      }
    }
    return role;
  }

  Partner fold(Partner before) {
    var partner = before;
    for (var entry : partners) {
      if (entry.subject().equals(before.code()) && entry.data() instanceof PartnerEvent event) {
        partner = partner.evolve(event);
      }
    }
    return partner;
  }

  /** Of whom something was forgotten, wholly or in part. */
  Set<String> erased() {
    return erased;
  }

  /** When the last of it was recorded. */
  Instant recordedAt() {
    return all.getLast().recordedAt();
  }

  /** When the last event of this role or partner was recorded. */
  Instant recordedAt(String subject) {
    return java.util.stream.Stream.concat(roles.stream(), partners.stream())
        .filter(entry -> entry.subject().equals(subject))
        .map(RecordedEvent::recordedAt)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private void add(RecordedEvent entry) {
    all.add(entry);
    switch (entry.data()) {
      // What somebody does in a placement changes nothing about the way there, and it is most of
      // the log. A passport that was issued is a proof of items, which count by themselves; an
      // opportunity asks for what its role asks for.
      case ActivityRecorded _, PassportEvent _, OpportunityEvent _ -> {}
      // Nor does looking.
      case DetailsViewed _ -> {}
      // Nor does a programme, nor a surge itself; who is called up in it hears so as a person.
      case SurgeEvent _, ProgrammeEvent _ -> {}
      case PartnerEvent _ -> partners.add(entry);
      case RoleEvent _ -> roles.add(entry);
      case VolunteerErased _, CategoryErased _ -> {
        erased.add(entry.subject());
        addPerson(entry);
      }
      case VolunteerEvent _ -> addPerson(entry);
      case ApplicationEvent e -> {
        addPerson(entry);
        if (e instanceof OfferAnswered answered && answered.accepted()) {
          occasions.putIfAbsent(e.applicationId(), entry.recordedAt());
        }
      }
      case PlacementEvent e -> {
        addPerson(entry);
        if (e instanceof PlacementOffered) {
          occasions.putIfAbsent(e.placementId(), entry.recordedAt());
        }
      }
    }
  }

  private void addPerson(RecordedEvent entry) {
    people.computeIfAbsent(entry.subject(), _ -> new ArrayList<>()).add(entry);
  }

  private static Set<String> subjects(List<RecordedEvent> entries) {
    Set<String> all = new LinkedHashSet<>();
    entries.forEach(entry -> all.add(entry.subject()));
    return all;
  }
}
