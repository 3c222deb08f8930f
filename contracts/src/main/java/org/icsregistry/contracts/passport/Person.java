package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.icsregistry.contracts.message.CallUpEvent;
import org.icsregistry.contracts.message.CallUpEvent.CallUpAnswered;
import org.icsregistry.contracts.message.CallUpEvent.CallUpSent;
import org.icsregistry.contracts.message.CheckEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.ClearanceEvent;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.PersonEvent;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.message.TrainingEvent;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;
import org.icsregistry.contracts.message.VolunteerEvent;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * One person as their own events tell it: the state the registry decides on, and the core of the
 * passport.
 *
 * @param name absent until registered; sealed for ever after
 * @param links partners with a relationship, with the day the person agreed
 * @param checks by item id
 * @param trainings by item id
 * @param requests what was asked for and not yet answered by an item of that kind
 * @param recognitions what partners decided about other partners' items, in the order of the log
 * @param clearances by {@link Clearance#key}
 * @param callUps by id
 */
public record Person(
    @Nullable Sealed<PersonName> name,
    @Nullable Sealed<LocalDate> dateOfBirth,
    @Nullable Sealed<Contact> contact,
    Map<String, LocalDate> links,
    Map<String, Check> checks,
    Map<String, Training> trainings,
    List<Request> requests,
    List<RecognitionDecided> recognitions,
    Map<String, Clearance> clearances,
    Map<String, CallUp> callUps) {

  /** Nobody yet. */
  public static Person unknown() {
    return new Person(
        null, null, null, Map.of(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of());
  }

  public boolean registered() {
    return name != null;
  }

  public boolean linkedTo(String partner) {
    return links.containsKey(partner);
  }

  /** What the person holds, opened with the given keys; what is erased stays absent. */
  public Holdings holdings(KeySource keys) {
    return Opening.holdings(this, keys);
  }

  /** The fold: assigns, decides nothing, never fails on an event that the registry has accepted. */
  public Person evolve(VolunteerEvent event) {
    return switch (event) {
      case PersonEvent e -> evolve(e);
      case CheckEvent e -> evolve(e);
      case TrainingEvent e -> evolve(e);
      case ClearanceEvent e -> evolve(e);
      case CallUpEvent e -> evolve(e);
    };
  }

  private Person evolve(PersonEvent event) {
    return switch (event) {
      case VolunteerRegistered e ->
          new Person(
              e.name(),
              e.dateOfBirth(),
              e.contact(),
              links,
              checks,
              trainings,
              requests,
              recognitions,
              clearances,
              callUps);
      case PartnerLinked e -> with(Folding.put(links, e.partner(), e.agreedOn()));
    };
  }

  private Person evolve(CheckEvent event) {
    return switch (event) {
      case CheckRequested e ->
          withRequests(
              Folding.add(requests, new Request(e.partner(), e.roleId(), e.check().name())));
      case CheckRecorded e ->
          withChecks(Folding.put(checks, e.checkId(), Check.of(e)))
              .withRequests(Request.answered(requests, e.issuer(), e.check().name()));
      case StatusCheckNoted e -> withCheck(e.checkId(), c -> c.noted(e));
      case CheckWithdrawn e -> withCheck(e.checkId(), c -> c.withdrawn(e.reason()));
    };
  }

  private Person evolve(TrainingEvent event) {
    return switch (event) {
      case TrainingAssigned e ->
          withRequests(Folding.add(requests, new Request(e.partner(), e.roleId(), e.training())));
      case TrainingRecorded e ->
          withTrainings(Folding.put(trainings, e.trainingId(), Training.of(e)))
              .withRequests(Request.answered(requests, e.issuer(), e.training()));
      case TrainingWithdrawn e ->
          withTrainings(Folding.replace(trainings, e.trainingId(), t -> t.withdrawn(e.reason())));
    };
  }

  private Person evolve(ClearanceEvent event) {
    return switch (event) {
      case RecognitionDecided e -> withRecognitions(Folding.add(recognitions, e));
      case ClearedForRole e ->
          withClearances(
              Folding.put(clearances, Clearance.key(e.partner(), e.roleId()), Clearance.of(e)));
      case ClearanceLapsed e ->
          withClearances(
              Folding.replace(
                  clearances, Clearance.key(e.partner(), e.roleId()), c -> c.lapsed(e)));
    };
  }

  private Person evolve(CallUpEvent event) {
    return switch (event) {
      case CallUpSent e -> withCallUps(Folding.put(callUps, e.callUpId(), CallUp.of(e)));
      case CallUpAnswered e ->
          withCallUps(Folding.replace(callUps, e.callUpId(), c -> c.answered(e)));
    };
  }

  private Person withCheck(String id, UnaryOperator<Check> change) {
    return withChecks(Folding.replace(checks, id, change));
  }

  private Person with(Map<String, LocalDate> newLinks) {
    return new Person(
        name,
        dateOfBirth,
        contact,
        newLinks,
        checks,
        trainings,
        requests,
        recognitions,
        clearances,
        callUps);
  }

  private Person withChecks(Map<String, Check> newChecks) {
    return new Person(
        name,
        dateOfBirth,
        contact,
        links,
        newChecks,
        trainings,
        requests,
        recognitions,
        clearances,
        callUps);
  }

  private Person withTrainings(Map<String, Training> newTrainings) {
    return new Person(
        name,
        dateOfBirth,
        contact,
        links,
        checks,
        newTrainings,
        requests,
        recognitions,
        clearances,
        callUps);
  }

  private Person withRequests(List<Request> newRequests) {
    return new Person(
        name,
        dateOfBirth,
        contact,
        links,
        checks,
        trainings,
        newRequests,
        recognitions,
        clearances,
        callUps);
  }

  private Person withRecognitions(List<RecognitionDecided> newRecognitions) {
    return new Person(
        name,
        dateOfBirth,
        contact,
        links,
        checks,
        trainings,
        requests,
        newRecognitions,
        clearances,
        callUps);
  }

  private Person withClearances(Map<String, Clearance> newClearances) {
    return new Person(
        name,
        dateOfBirth,
        contact,
        links,
        checks,
        trainings,
        requests,
        recognitions,
        newClearances,
        callUps);
  }

  private Person withCallUps(Map<String, CallUp> newCallUps) {
    return new Person(
        name,
        dateOfBirth,
        contact,
        links,
        checks,
        trainings,
        requests,
        recognitions,
        clearances,
        newCallUps);
  }
}
