package org.icsregistry.contracts.passport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CheckEvent;
import org.icsregistry.contracts.message.ClearanceEvent;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.ErasureEvent;
import org.icsregistry.contracts.message.JourneyEvent;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.MergeEvent;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.TrainingCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.PersonEvent;
import org.icsregistry.contracts.message.PersonEvent.AvailabilityChanged;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.message.SharingEvent;
import org.icsregistry.contracts.message.TrainingEvent;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * One person as their own events tell it: the state the registry decides on, and the core of the
 * passport.
 */
public record Person(
    Identity identity,
    Relations relations,
    Held held,
    Standing standing,
    Readiness readiness,
    Protection protection) {

  /** Nobody yet. */
  public static Person unknown() {
    return new Person(
        Identity.UNKNOWN,
        Relations.NONE,
        Held.NOTHING,
        Standing.NONE,
        Readiness.UNKNOWN,
        Protection.NONE);
  }

  public boolean registered() {
    return name() != null;
  }

  public @Nullable Sealed<PersonName> name() {
    return identity.name();
  }

  public @Nullable Sealed<LocalDate> dateOfBirth() {
    return identity.dateOfBirth();
  }

  public @Nullable Sealed<Contact> contact() {
    return identity.contact();
  }

  /** The id under which the person goes on, where this one is closed. */
  public @Nullable String mergedInto() {
    return identity.mergedInto();
  }

  public Map<String, LocalDate> links() {
    return relations.links();
  }

  public Map<String, Grant> grants() {
    return relations.grants();
  }

  public Map<String, Check> checks() {
    return held.checks();
  }

  public Map<String, Training> trainings() {
    return held.trainings();
  }

  /** The code of the check or training; of what the person does not hold, the id itself. */
  public String codeOf(String itemId) {
    var check = checks().get(itemId);
    if (check != null) {
      return check.check().name();
    }
    var training = trainings().get(itemId);
    return training == null ? itemId : training.training();
  }

  public List<Request> requests() {
    return held.requests();
  }

  public List<RecognitionDecided> recognitions() {
    return standing.recognitions();
  }

  public Map<String, Clearance> clearances() {
    return standing.clearances();
  }

  /** Absent until the person said something. */
  public @Nullable Availability availability() {
    return readiness.availability();
  }

  public Map<String, CallUp> callUps() {
    return readiness.callUps();
  }

  public boolean linkedTo(String partner) {
    return links().containsKey(partner);
  }

  /**
   * The person as known to organisations in which others go on: whoever knew a predecessor knows
   * its successor.
   *
   * @param successor of an organisation; null while it acts itself
   */
  public Person following(Function<String, @Nullable String> successor) {
    var known = relations;
    for (var link : links().entrySet()) {
      var next = successor.apply(link.getKey());
      while (next != null && !known.links().containsKey(next)) {
        known = known.linked(next, link.getValue());
        next = successor.apply(next);
      }
    }
    return known.equals(relations) ? this : with(known);
  }

  /** What the person lets this partner see their details for on this day. */
  public List<Grant> sharedWith(String partner, LocalDate on) {
    return grants().values().stream()
        .filter(g -> g.partner().equals(partner) && g.inForce(on))
        .toList();
  }

  /** Whether this partner has said that there is an emergency, and sees details because of it. */
  public boolean openToInEmergency(String partner, Instant now) {
    var emergency = relations.emergencies().get(partner);
    return emergency != null && now.isBefore(emergency.until());
  }

  /** Whether the person was forgotten: what remains is history under a pseudonym. */
  public boolean erased() {
    return protection.erased();
  }

  /** The date of birth, opened with the given keys; absent when it is erased or not known. */
  public @Nullable LocalDate bornOn(KeySource keys) {
    return Opening.dateOfBirth(this, keys);
  }

  /** What the person holds, opened with the given keys; what is erased stays absent. */
  public Holdings holdings(KeySource keys) {
    return Opening.holdings(this, keys);
  }

  /** The same as if the person held this one item and nothing else: all others stay sealed. */
  public Holdings holding(String itemId, KeySource keys) {
    return with(held.only(itemId)).holdings(keys);
  }

  /** The fold: assigns, decides nothing, never fails on an event that the registry has accepted. */
  public Person evolve(VolunteerEvent event) {
    return switch (event) {
      case PersonEvent e -> evolve(e);
      case SharingEvent e -> with(relations.evolve(e));
      case CheckEvent e -> with(held.evolve(e));
      case TrainingEvent e -> with(held.evolve(e));
      case ClearanceEvent e -> with(standing.evolve(e));
      case JourneyEvent _ -> this;
      case CallUpEvent e -> with(readiness.evolve(e));
      case MergeEvent e -> evolve(e);
      case ErasureEvent e -> with(protection.evolve(e));
      case LookEvent e -> with(relations.evolve(e));
    };
  }

  private Person evolve(PersonEvent event) {
    return switch (event) {
      case VolunteerRegistered e -> with(identity.registered(e));
      case DetailsChanged e -> with(identity.changed(e));
      case AvailabilityChanged e -> with(readiness.changed(e));
      case PartnerLinked e ->
          with(relations.linked(e.partner(), e.agreedOn())).with(protection.knownTo(e.partner()));
      case PartnerUnlinked e ->
          with(relations.unlinked(e.partner())).with(held.withoutRequestsTo(e.partner()));
    };
  }

  private Person evolve(MergeEvent event) {
    return switch (event) {
      case VolunteersMerged e -> with(identity.merged(e));
      case VolunteersUnmerged e ->
          e.surviving()
              ? with(identity.unmerged(e)).with(held.without(e.merged()))
              : with(identity.unmerged(e));
      case CheckCarriedOver e -> with(held.carried(e));
      case TrainingCarriedOver e -> with(held.carried(e));
    };
  }

  private Person with(Identity newIdentity) {
    return new Person(newIdentity, relations, held, standing, readiness, protection);
  }

  private Person with(Relations newRelations) {
    return new Person(identity, newRelations, held, standing, readiness, protection);
  }

  private Person with(Held newlyHeld) {
    return new Person(identity, relations, newlyHeld, standing, readiness, protection);
  }

  private Person with(Standing newStanding) {
    return new Person(identity, relations, held, newStanding, readiness, protection);
  }

  private Person with(Readiness newReadiness) {
    return new Person(identity, relations, held, standing, newReadiness, protection);
  }

  private Person with(Protection newProtection) {
    return new Person(identity, relations, held, standing, readiness, newProtection);
  }
}
