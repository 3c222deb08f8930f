package org.icsregistry.contracts.passport;

import java.util.Map;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationEvent;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PlacementEvent;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.message.VolunteerEvent;

/**
 * A person's cross-organisation passport: the same fold online, in a rebuild, as of any day, and in
 * an auditor's hands.
 *
 * @param subject the person's id
 * @param applications by id
 * @param placements by id
 * @param issued passports that partners issued to the person, by id
 * @param lastIndex log index of the last event folded in; -1 before the first
 */
public record Passport(
    String subject,
    Person person,
    Map<String, Application> applications,
    Map<String, Placement> placements,
    Map<String, IssuedPassport> issued,
    long lastIndex) {

  public static Passport empty(String subject) {
    return new Passport(subject, Person.unknown(), Map.of(), Map.of(), Map.of(), -1);
  }

  /**
   * Folds one entry in; an entry at or below {@link #lastIndex} was folded before and changes
   * nothing.
   *
   * @throws IllegalArgumentException when the entry is about somebody else, because one passport
   *     must never hold two people's records
   */
  public Passport evolve(RecordedEvent entry) {
    if (entry.logIndex() <= lastIndex || !concerns(entry)) {
      return this;
    }
    if (!entry.subject().equals(subject)) {
      throw new IllegalArgumentException(
          "Expected an entry about " + subject + ", got one about " + entry.subject());
    }
    long at = entry.logIndex();
    return switch (entry.data()) {
      case VolunteerEvent e ->
          new Passport(subject, person.evolve(e), applications, placements, issued, at);
      case ApplicationEvent e ->
          new Passport(
              subject,
              person,
              Folding.put(applications, e.applicationId(), Application.evolve(e)),
              placements,
              issued,
              at);
      case PlacementEvent e ->
          new Passport(
              subject,
              person,
              applications,
              Folding.put(
                  placements,
                  e.placementId(),
                  Placement.evolve(placements.get(e.placementId()), e)),
              issued,
              at);
      case PassportEvent e ->
          new Passport(
              subject,
              person,
              applications,
              placements,
              Folding.put(
                  issued, e.passportId(), IssuedPassport.evolve(issued.get(e.passportId()), e)),
              at);
      // Organisations, roles, surges, opportunities and programmes have no passport.
      case PartnerEvent _, RoleEvent _, SurgeEvent _, OpportunityEvent _, ProgrammeEvent _ -> this;
    };
  }

  /** Whether the entry belongs in somebody's passport. */
  public static boolean concerns(RecordedEvent entry) {
    return switch (entry.data()) {
      // Looking changes nothing, and may become most of the log.
      case DetailsViewed _ -> false;
      case VolunteerEvent _, ApplicationEvent _, PlacementEvent _, PassportEvent _ -> true;
      case PartnerEvent _, RoleEvent _, SurgeEvent _, OpportunityEvent _, ProgrammeEvent _ -> false;
    };
  }
}
