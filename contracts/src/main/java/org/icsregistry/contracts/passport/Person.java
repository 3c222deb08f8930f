package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CheckEvent;
import org.icsregistry.contracts.message.ClearanceEvent;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.JourneyEvent;
import org.icsregistry.contracts.message.PersonEvent;
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
    Identity identity, Relations relations, Held held, Standing standing, Readiness readiness) {

  /** Nobody yet. */
  public static Person unknown() {
    return new Person(
        Identity.UNKNOWN, Relations.NONE, Held.NOTHING, Standing.NONE, Readiness.UNKNOWN);
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

  public List<Request> requests() {
    return held.requests();
  }

  public List<RecognitionDecided> recognitions() {
    return standing.recognitions();
  }

  public Map<String, Clearance> clearances() {
    return standing.clearances();
  }

  public Map<String, CallUp> callUps() {
    return readiness.callUps();
  }

  public boolean linkedTo(String partner) {
    return links().containsKey(partner);
  }

  /** What the person lets this partner see their details for on this day. */
  public List<Grant> sharedWith(String partner, LocalDate on) {
    return grants().values().stream()
        .filter(g -> g.partner().equals(partner) && g.inForce(on))
        .toList();
  }

  /** What the person holds, opened with the given keys; what is erased stays absent. */
  public Holdings holdings(KeySource keys) {
    return Opening.holdings(this, keys);
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
    };
  }

  private Person evolve(PersonEvent event) {
    return switch (event) {
      case VolunteerRegistered e -> with(Identity.of(e));
      case PartnerLinked e -> with(relations.linked(e.partner(), e.agreedOn()));
      case PartnerUnlinked e ->
          with(relations.unlinked(e.partner())).with(held.withoutRequestsTo(e.partner()));
    };
  }

  private Person with(Identity newIdentity) {
    return new Person(newIdentity, relations, held, standing, readiness);
  }

  private Person with(Relations newRelations) {
    return new Person(identity, newRelations, held, standing, readiness);
  }

  private Person with(Held newlyHeld) {
    return new Person(identity, relations, newlyHeld, standing, readiness);
  }

  private Person with(Standing newStanding) {
    return new Person(identity, relations, held, newStanding, readiness);
  }

  private Person with(Readiness newReadiness) {
    return new Person(identity, relations, held, standing, newReadiness);
  }
}
