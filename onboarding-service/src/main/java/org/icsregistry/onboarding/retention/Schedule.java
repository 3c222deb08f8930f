package org.icsregistry.onboarding.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.message.ErasureCommand;
import org.icsregistry.contracts.message.ErasureCommand.EraseCategory;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.Hold;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Placement;
import org.icsregistry.contracts.passport.Protection.Erasure;
import org.icsregistry.contracts.sealing.Category;

/**
 * What is to be erased of a person, and when. A record's time begins when it is not used any more,
 * and begins again when it is (NHS Records Management Code).
 */
final class Schedule {

  /** In place of a person who decides: the schedule. */
  static final String DECIDER = "retention-schedule";

  private final RetentionSettings periods;

  Schedule(RetentionSettings periods) {
    this.periods = periods;
  }

  /**
   * The most that is due by the day; nothing while the person is in use or asked to be kept.
   *
   * @param checksErased whether that was done since
   */
  Optional<DueErasure> due(
      Passport passport, LocalDate lastUsed, boolean checksErased, LocalDate by) {
    var person = passport.person();
    var erasure = person.protection().erasure();
    if (erasure != null) {
      return held(passport.subject(), erasure, by);
    }
    // A restriction can be there to keep evidence (UK GDPR Art. 18(1)(c)); a closed id follows the
    // one under which the person goes on.
    if (person.protection().restricted() || person.mergedInto() != null || inUse(passport)) {
      return Optional.empty();
    }
    var whole =
        wasVolunteer(passport)
            ? new DueErasure(
                passport.subject(),
                RecordClass.VOLUNTEER_FILE,
                lastUsed,
                lastUsed.plus(periods.file()))
            : new DueErasure(
                passport.subject(),
                RecordClass.UNSUCCESSFUL_APPLICANT,
                lastUsed,
                lastUsed.plus(periods.unsuccessful()));
    return Stream.of(Optional.of(whole), checks(passport, lastUsed, checksErased))
        .flatMap(Optional::stream)
        .filter(due -> !due.dueOn().isAfter(by))
        .findFirst();
  }

  private Optional<DueErasure> checks(Passport passport, LocalDate lastUsed, boolean erased) {
    return erased || passport.person().checks().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DueErasure(
                passport.subject(), RecordClass.CHECKS, lastUsed, lastUsed.plus(periods.checks())));
  }

  /** One command ends all holds that are over; those that are not stay. */
  private static Optional<DueErasure> held(String subject, Erasure erasure, LocalDate by) {
    return erasure.holds().stream()
        .map(Hold::until)
        .min(LocalDate::compareTo)
        .map(until -> new DueErasure(subject, RecordClass.HELD, until, until.plusDays(1)))
        .filter(due -> !due.dueOn().isAfter(by));
  }

  /** The command that carries it out. */
  static ErasureCommand command(DueErasure due, Passport passport) {
    return switch (due.record()) {
      case CHECKS -> new EraseCategory(Category.CHECKS, ErasureGround.RETENTION, DECIDER);
      case VOLUNTEER_FILE, UNSUCCESSFUL_APPLICANT ->
          new EraseVolunteer(ErasureGround.RETENTION, DECIDER, List.of());
      case HELD -> {
        var erasure = passport.person().protection().erasure();
        var still =
            erasure == null
                ? List.<Hold>of()
                : erasure.holds().stream()
                    .filter(hold -> hold.until().isAfter(due.lastUsedOn()))
                    .toList();
        yield new EraseVolunteer(ErasureGround.HOLD_ENDED, DECIDER, still);
      }
    };
  }

  private static boolean inUse(Passport passport) {
    return passport.placements().values().stream().anyMatch(Schedule::running)
        || passport.applications().values().stream()
            .anyMatch(a -> a.step().open() && !left(passport, a.partner(), a.roleId()))
        || passport.person().clearances().values().stream()
            .anyMatch(c -> c.inForce() && !left(passport, c.partner(), c.roleId()));
  }

  private static boolean wasVolunteer(Passport passport) {
    return passport.placements().values().stream().anyMatch(p -> p.startedOn() != null);
  }

  private static boolean running(Placement placement) {
    return placement.step() != Placement.Step.ENDED;
  }

  /** An accepted application and a clearance stay as they are when the placement has ended. */
  private static boolean left(Passport passport, String partner, String roleId) {
    return passport.placements().values().stream()
        .anyMatch(p -> p.partner().equals(partner) && p.roleId().equals(roleId) && !running(p));
  }
}
