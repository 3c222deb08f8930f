package org.icsregistry.projection.feed;

import java.util.Optional;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CheckEvent;
import org.icsregistry.contracts.message.ClearanceEvent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ClearanceEvent.RequirementBypassed;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.ErasureAcknowledged;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.RestrictionLifted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.JourneyEvent;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.MergeEvent;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PassportEvent;
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
import org.icsregistry.projection.rebuild.Entry;
import tools.jackson.databind.JsonNode;

/**
 * An entry without what names other organisations and their items: a CloudEvent of its own, of the
 * same type, subject, time and log index. It carries neither the entry's id nor that of its
 * command, because the entry's leaf hash is public and would otherwise confirm a guess at what was
 * left out.
 */
final class Outcome {

  private static final String SOURCE = "urn:ics-registry:feed";
  private static final String SCHEMA = "urn:ics-registry:outcome:";

  private static final Optional<Set<String>> EVERYTHING = Optional.empty();

  private Outcome() {}

  /**
   * What is told of an event's data; empty for all of it.
   *
   * @param reader organisation that is told
   */
  static Optional<Set<String>> fields(Event event, String reader) {
    return switch (event) {
      case ClearanceEvent e -> fields(e, reader);
      case ErasureEvent e -> fields(e);
      case PersonEvent e -> fields(e);
      case ApplicationEvent _,
          PlacementEvent _,
          CallUpEvent _,
          SharingEvent _,
          PassportEvent _,
          CheckEvent _,
          TrainingEvent _,
          JourneyEvent _,
          MergeEvent _,
          LookEvent _ ->
          EVERYTHING;
      // Told as an outcome where it does not reach the reader any more.
      case OpportunityAmended _ -> only();
      case OpportunityPublished _, OpportunityClosed _ -> EVERYTHING;
      case PartnerEvent _, RoleEvent _, SurgeEvent _, ProgrammeEvent _ -> EVERYTHING;
    };
  }

  private static Optional<Set<String>> fields(ClearanceEvent event, String reader) {
    return switch (event) {
      case RecognitionDecided _ ->
          only(
              "partner",
              "roleId",
              "roleVersion",
              "policyVersion",
              "requirement",
              "decision",
              "reason");
      case ClearedForRole e ->
          restsOnOwn(e, reader)
              ? EVERYTHING
              : only("partner", "roleId", "roleVersion", "policyVersion");
      case ClearanceLapsed e ->
          e.itemId() == null ? EVERYTHING : only("partner", "roleId", "reason");
      case RequirementBypassed _ -> EVERYTHING;
    };
  }

  private static Optional<Set<String>> fields(ErasureEvent event) {
    return switch (event) {
      case VolunteerErased _ -> only("erased");
      case CategoryErased _ -> only("category");
      case ProcessingRestricted _, RestrictionLifted _ -> only();
      case ErasureAcknowledged _ -> EVERYTHING;
    };
  }

  private static Optional<Set<String>> fields(PersonEvent event) {
    return switch (event) {
      case VolunteerRegistered _, DetailsChanged _, AvailabilityChanged _ -> only();
      case PartnerLinked _, PartnerUnlinked _ -> EVERYTHING;
    };
  }

  private static Optional<Set<String>> only(String... fields) {
    return Optional.of(Set.of(fields));
  }

  private static boolean restsOnOwn(ClearedForRole event, String reader) {
    return event.evidence().stream().allMatch(evidence -> evidence.issuer().equals(reader));
  }

  /** The outcome of an entry, as this organisation is told it. */
  static byte[] of(Entry entry, String reader) {
    var event = entry.event();
    var whole = Json.MAPPER.readTree(entry.bytes());
    var outcome = Json.MAPPER.createObjectNode();
    var type = MessageTypes.nameOf(event.data().getClass());
    outcome.put("specversion", "1.0");
    outcome.put("id", Long.toString(event.logIndex()));
    outcome.put("type", type);
    outcome.put("source", SOURCE);
    outcome.put("subject", event.subject());
    outcome.set("time", whole.required("time"));
    outcome.put("datacontenttype", "application/json");
    outcome.put("dataschema", SCHEMA + type);
    outcome.put("logindex", Long.toString(event.logIndex()));
    outcome.set("data", data(whole.required("data"), fields(event.data(), reader)));
    return Json.MAPPER.writeValueAsBytes(outcome);
  }

  private static JsonNode data(JsonNode whole, Optional<Set<String>> fields) {
    var told = Json.MAPPER.createObjectNode();
    whole.properties().stream()
        .filter(field -> fields.isEmpty() || fields.get().contains(field.getKey()))
        .forEach(field -> told.set(field.getKey(), field.getValue()));
    return told;
  }
}
