package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.APPLICATION_ALREADY_EXISTS;
import static org.icsregistry.contracts.problem.ProblemCode.APPLICATION_STATE;
import static org.icsregistry.contracts.problem.ProblemCode.APPLICATION_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.DATE_ORDER;
import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.NOT_CLEARED;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.PLACEMENT_ALREADY_EXISTS;
import static org.icsregistry.contracts.problem.ProblemCode.PLACEMENT_STATE;
import static org.icsregistry.contracts.problem.ProblemCode.PLACEMENT_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.SUBJECT_MISMATCH;
import static org.icsregistry.contracts.problem.ProblemCode.SUPERVISOR_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.Milestone;
import org.icsregistry.contracts.code.Voice;
import org.icsregistry.contracts.message.ApplicationCommand.AnswerOffer;
import org.icsregistry.contracts.message.ApplicationCommand.Apply;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.HoldConversation;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.ApplicationCommand.PutInTalentPool;
import org.icsregistry.contracts.message.ApplicationCommand.ScheduleConversation;
import org.icsregistry.contracts.message.ApplicationCommand.WithdrawApplication;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.PlacementCommand.EndPlacement;
import org.icsregistry.contracts.message.PlacementCommand.GiveFeedback;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.contracts.message.PlacementCommand.PausePlacement;
import org.icsregistry.contracts.message.PlacementCommand.RecordActivity;
import org.icsregistry.contracts.message.PlacementCommand.ResumePlacement;
import org.icsregistry.contracts.message.PlacementCommand.StartPlacement;
import org.icsregistry.contracts.message.PlacementCommand.SuspendPlacement;
import org.icsregistry.contracts.message.PlacementCommand.ThankVolunteer;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Applications and placements. */
final class EngagementWays {

  private EngagementWays() {}

  static Stream<Way> all() {
    return Stream.of(beginnings(), applications(), placements()).flatMap(ways -> ways);
  }

  /** What an interest and an offer of a placement have in common. */
  private static Stream<Way> beginnings() {
    return Stream.of(new ExpressInterest(World.id(), WARD), new OfferPlacement(World.id(), WARD))
        .flatMap(begin -> {
          var kind = begin.getClass().getSimpleName();
          return Stream.of(
              new Way(
                  VOLUNTEER_UNKNOWN,
                  kind + " is about nobody",
                  w -> w.refuse(MANCHESTER, World.id(), begin)),
              new Way(
                  OWN_ORGANISATION_ONLY,
                  kind + " names another partner's role",
                  w -> w.refuse(CHRISTIE, w.aPerson(), begin)),
              new Way(
                  LINK_REQUIRED,
                  kind + " comes from a partner without a relationship",
                  w -> w.refuse(HOST, w.aPerson(), begin)),
              new Way(
                  begin instanceof OfferPlacement
                      ? PLACEMENT_ALREADY_EXISTS
                      : APPLICATION_ALREADY_EXISTS,
                  kind + " has an id that is taken",
                  w -> {
                    var person = w.aPerson();
                    w.accept(MANCHESTER, person, begin);
                    return w.refuse(MANCHESTER, person, begin);
                  }),
              new Way(
                  SUBJECT_MISMATCH,
                  kind + " has an id that is another person's",
                  w -> {
                    w.accept(MANCHESTER, w.aPerson(), begin);
                    return w.refuse(MANCHESTER, w.aPerson(), begin);
                  }));
        });
  }

  private static Stream<Way> applications() {
    return Stream.of(
        new Way(
            ROLE_UNKNOWN,
            "interest is in an undefined role",
            w ->
                w.refuse(
                    MANCHESTER,
                    w.aPerson(),
                    new ExpressInterest(World.id(), MANCHESTER + ".NONE"))),
        new Way(
            APPLICATION_UNKNOWN,
            "an offer is made without an interest",
            w -> w.refuse(MANCHESTER, w.aPerson(), new MakeOffer(World.id()))),
        new Way(
            OWN_ORGANISATION_ONLY,
            "another partner makes the offer",
            w -> applied(w, CHRISTIE, false)),
        new Way(
            APPLICATION_STATE,
            "an offer is answered before it is made",
            w -> applied(w, MANCHESTER, true)),
        new Way(
            APPLICATION_STATE,
            "a form is handed in after the offer",
            w -> after(w, id -> new Apply(id), id -> new MakeOffer(id))),
        new Way(
            APPLICATION_STATE,
            "somebody goes into the talent pool after the offer",
            w -> after(w, id -> new PutInTalentPool(id), id -> new MakeOffer(id))),
        new Way(
            APPLICATION_STATE,
            "an offer follows a withdrawal",
            w -> after(w, id -> new MakeOffer(id), EngagementWays::withdrawal)),
        new Way(
            APPLICATION_STATE,
            "an applicant is declined who has withdrawn",
            w ->
                after(
                    w,
                    id -> new DeclineApplicant(id, DeclineReason.ROLE_FILLED),
                    EngagementWays::withdrawal)),
        new Way(
            APPLICATION_STATE,
            "it is withdrawn twice",
            w -> after(w, EngagementWays::withdrawal, EngagementWays::withdrawal)),
        new Way(
            APPLICATION_STATE,
            "a conversation follows a refusal",
            w ->
                after(
                    w,
                    id -> new HoldConversation(id, LAST_WEEK),
                    id -> new DeclineApplicant(id, DeclineReason.NOT_A_MATCH))),
        new Way(
            DATE_ORDER,
            "a conversation is planned for last week",
            w -> after(w, id -> new ScheduleConversation(id, LAST_WEEK))));
  }

  private static WithdrawApplication withdrawal(String application) {
    return new WithdrawApplication(application, LeavingReason.TOO_SLOW);
  }

  /** What comes of a command after an interest and the steps given. */
  @SafeVarargs
  private static ProblemCode after(
      World w, Function<String, Command> last, Function<String, Command>... steps) {
    var person = w.aPerson();
    var application = World.id();
    w.accept(MANCHESTER, person, new ExpressInterest(application, WARD));
    for (var step : steps) {
      w.accept(MANCHESTER, person, step.apply(application));
    }
    return w.refuse(MANCHESTER, person, last.apply(application));
  }

  private static ProblemCode applied(World w, String by, boolean answer) {
    var person = w.aPerson();
    var application = World.id();
    w.accept(MANCHESTER, person, new ExpressInterest(application, WARD));
    return w.refuse(
        by, person, answer ? new AnswerOffer(application, true) : new MakeOffer(application));
  }

  private static Stream<Way> placements() {
    return Stream.of(
        new Way(
            PLACEMENT_UNKNOWN,
            "nothing was offered",
            w -> w.refuse(MANCHESTER, w.aPerson(), start(World.id()))),
        new Way(
            NOT_CLEARED,
            "it starts without a clearance",
            w -> {
              var person = w.aPerson();
              return w.refuse(MANCHESTER, person, start(w.offered(person)));
            }),
        new Way(
            SUPERVISOR_REQUIRED,
            "somebody of 14 starts, and nobody stays beside them",
            w -> {
              var person = w.aClearedYoungPerson();
              return w.refuse(MANCHESTER, person, start(w.offered(person)));
            }),
        new Way(
            OWN_ORGANISATION_ONLY,
            "another partner starts it",
            w -> {
              var person = w.aClearedPerson();
              return w.refuse(CHRISTIE, person, start(w.offered(person)));
            }),
        new Way(PLACEMENT_STATE, "it starts twice", w -> started(w, World.id(), id -> start(id))),
        new Way(
            PLACEMENT_STATE,
            "activity comes before the start",
            w -> {
              var person = w.aClearedPerson();
              return w.refuse(MANCHESTER, person, activity(w.offered(person), LAST_WEEK));
            }),
        new Way(PLACEMENT_STATE, "it ends twice", EngagementWays::endedTwice),
        new Way(
            DATE_ORDER,
            "activity lies before the start",
            w -> started(w, World.id(), id -> activity(id, LAST_WEEK.minusDays(1)))),
        new Way(
            DATE_ORDER,
            "the end lies before the start",
            w -> started(w, World.id(), id -> end(id, LAST_WEEK.minusDays(1)))),
        new Way(
            DATE_ORDER,
            "a break is over before it begins",
            w -> started(w, World.id(), id -> new PausePlacement(id, LAST_WEEK))),
        new Way(
            PLACEMENT_STATE,
            "it resumes though it runs",
            w -> started(w, World.id(), id -> new ResumePlacement(id, LAST_WEEK))),
        new Way(
            PLACEMENT_STATE,
            "a break is taken before the start",
            w -> {
              var person = w.aClearedPerson();
              return w.refuse(MANCHESTER, person, new PausePlacement(w.offered(person), null));
            }),
        new Way(
            PLACEMENT_STATE,
            "it is suspended before the start",
            w -> {
              var person = w.aClearedPerson();
              return w.refuse(MANCHESTER, person, new SuspendPlacement(w.offered(person)));
            }),
        new Way(
            PLACEMENT_STATE,
            "somebody is thanked before the start",
            w -> {
              var person = w.aClearedPerson();
              var thanks = new ThankVolunteer(w.offered(person), Milestone.THANK_YOU);
              return w.refuse(MANCHESTER, person, thanks);
            }),
        new Way(
            PLACEMENT_STATE,
            "feedback comes before the start",
            w -> {
              var person = w.aClearedPerson();
              var feedback = new GiveFeedback(w.offered(person), Voice.ORGANISATION, 3, null);
              return w.refuse(MANCHESTER, person, feedback);
            }),
        new Way(PLACEMENT_STATE, "activity falls into a break", EngagementWays::activeInABreak));
  }

  private static ProblemCode started(World w, String placement, Function<String, Command> then) {
    var person = w.aClearedPerson();
    w.accept(MANCHESTER, person, new OfferPlacement(placement, WARD));
    w.accept(MANCHESTER, person, start(placement));
    return w.refuse(MANCHESTER, person, then.apply(placement));
  }

  private static ProblemCode endedTwice(World w) {
    var person = w.aClearedPerson();
    var placement = w.offered(person);
    w.accept(MANCHESTER, person, end(placement, LAST_WEEK));
    return w.refuse(MANCHESTER, person, end(placement, LAST_WEEK));
  }

  private static ProblemCode activeInABreak(World w) {
    var person = w.aClearedPerson();
    var placement = w.offered(person);
    w.accept(MANCHESTER, person, start(placement));
    w.accept(MANCHESTER, person, new PausePlacement(placement, null));
    return w.refuse(MANCHESTER, person, activity(placement, LAST_WEEK));
  }

  private static StartPlacement start(String placement) {
    return new StartPlacement(placement, LAST_WEEK);
  }

  private static RecordActivity activity(String placement, LocalDate day) {
    return new RecordActivity(
        placement, day, EngagementMode.SHIFT, ActivityCategory.PATIENT_SUPPORT, 120, 1, null);
  }

  private static EndPlacement end(String placement, LocalDate day) {
    return new EndPlacement(placement, day, LeavingReason.COMPLETED);
  }
}
