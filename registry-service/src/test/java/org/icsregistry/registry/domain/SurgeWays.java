package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.*;
import static org.icsregistry.contracts.problem.ProblemCode.OFF_DUTY;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.DutyStatus;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.message.CallUpCommand.AnswerCallUp;
import org.icsregistry.contracts.message.CallUpCommand.CallUp;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.PersonCommand.ChangeAvailability;
import org.icsregistry.contracts.message.RoleCommand.OpenSurgeRole;
import org.icsregistry.contracts.message.SurgeCommand.DeclareSurge;
import org.icsregistry.contracts.message.SurgeCommand.StandDown;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;
import org.jspecify.annotations.Nullable;

/** Surges, their temporary roles and call-ups. */
final class SurgeWays {

  static final String FLOOD = HOST + ".SURGE.FLOOD";
  static final String SANDBAGS = HOST + ".SANDBAGS";
  static final StandDown OVER = new StandDown(StandDownReason.OVER);

  private SurgeWays() {}

  static Stream<Way> all() {
    return Stream.of(surges(), roles(), calls(), answers()).flatMap(ways -> ways);
  }

  static DeclareSurge declaration(int alertLimit) {
    return new DeclareSurge("Flood", SurgeReason.FLOOD, List.of("M20"), alertLimit);
  }

  static OpenSurgeRole temporary(
      @Nullable String derivedFrom, LocalDate endsOn, RequirementLine... lines) {
    return new OpenSurgeRole(
        FLOOD, derivedFrom, "Sandbags", EngagementMode.EMERGENCY, List.of(lines), endsOn);
  }

  static CallUp call(String id, String role) {
    return new CallUp(id, FLOOD, MANCHESTER, role);
  }

  /** A flood with at most this many call-ups a week. */
  static World flooded(World w, int alertLimit) {
    w.accept(HOST, FLOOD, declaration(alertLimit));
    return w;
  }

  private static Stream<Way> surges() {
    return Stream.of(
        new Way(
            HOST_ONLY,
            "a partner declares a surge",
            w -> w.refuse(CHRISTIE, CHRISTIE + ".SURGE.FLOOD", declaration(1))),
        new Way(
            OWN_ORGANISATION_ONLY,
            "the host declares one in a partner's name",
            w -> w.refuse(HOST, CHRISTIE + ".SURGE.FLOOD", declaration(1))),
        new Way(
            SURGE_ALREADY_DECLARED,
            "the id is taken, though stood down",
            w -> {
              flooded(w, 1).accept(HOST, FLOOD, OVER);
              return w.refuse(HOST, FLOOD, declaration(1));
            }),
        new Way(SURGE_UNKNOWN, "none is declared", w -> w.refuse(HOST, FLOOD, OVER)),
        new Way(
            SURGE_OVER,
            "it is stood down twice",
            w -> {
              flooded(w, 1).accept(HOST, FLOOD, OVER);
              return w.refuse(HOST, FLOOD, OVER);
            }));
  }

  private static Stream<Way> roles() {
    return Stream.of(
        new Way(
            HOST_ONLY,
            "a partner opens a temporary role",
            w -> open(flooded(w, 1), MANCHESTER, MANCHESTER + ".SANDBAGS", w.today())),
        new Way(
            ROLE_OWNER_ONLY,
            "the host opens one of a partner",
            w -> open(flooded(w, 1), HOST, MANCHESTER + ".SANDBAGS", w.today())),
        new Way(SURGE_UNKNOWN, "there is no surge", w -> open(w, HOST, SANDBAGS, w.today())),
        new Way(
            ROLE_ALREADY_DEFINED,
            "the temporary role's id is taken",
            w -> {
              flooded(w, 1).accept(HOST, SANDBAGS, temporary(null, w.today()));
              return open(w, HOST, SANDBAGS, w.today());
            }),
        new Way(
            DATE_ORDER,
            "it would have ended yesterday",
            w -> open(flooded(w, 1), HOST, SANDBAGS, w.today().minusDays(1))),
        new Way(
            DATE_ORDER,
            "it would last for more than half a year",
            w -> open(flooded(w, 1), HOST, SANDBAGS, w.today().plusDays(184))),
        new Way(
            ROLE_UNKNOWN,
            "it is derived from a role that does not exist",
            w ->
                flooded(w, 1).refuse(HOST, SANDBAGS, temporary(MANCHESTER + ".DRIVER", w.today()))),
        new Way(
            LEGAL_MAXIMUM_EXCEEDED,
            "it asks for more than it is entitled to",
            w ->
                flooded(w, 1)
                    .refuse(
                        HOST,
                        SANDBAGS,
                        temporary(
                            null, w.today(), Lines.dbs(CheckLevel.ENHANCED, CheckLevel.STANDARD)))),
        new Way(
            ROLE_ENDED,
            "somebody is to be cleared after its end",
            w -> {
              flooded(w, 1).accept(HOST, SANDBAGS, temporary(null, w.today()));
              var person = w.aPerson();
              w.todayIs("2026-11-03");
              return w.refuse(MANCHESTER, person, new ClearForRole(MANCHESTER, SANDBAGS));
            }));
  }

  private static ProblemCode open(World w, String sender, String role, LocalDate endsOn) {
    return w.refuse(sender, role, temporary(null, endsOn));
  }

  private static Stream<Way> calls() {
    return Stream.of(
        new Way(
            SURGE_UNKNOWN,
            "somebody is called up for no surge",
            w -> w.refuse(MANCHESTER, w.aClearedPerson(), call(World.id(), WARD))),
        new Way(
            LINK_REQUIRED,
            "the partner does not know the person",
            w -> {
              var person = World.id();
              flooded(w, 1).accept(CHRISTIE, person, w.aRegistration(person, "1990-04-05"));
              return w.refuse(MANCHESTER, person, call(World.id(), WARD));
            }),
        new Way(
            OWN_ORGANISATION_ONLY,
            "one partner calls in another's name",
            w -> flooded(w, 1).refuse(CHRISTIE, w.aClearedPerson(), call(World.id(), WARD))),
        new Way(
            NOT_CLEARED,
            "the person is cleared nowhere",
            w -> flooded(w, 1).refuse(MANCHESTER, w.aPerson(), call(World.id(), WARD))),
        new Way(
            NOT_CLEARED,
            "what the clearance rests on has run out",
            w -> {
              var person = flooded(w, 1).aClearedPerson();
              w.todayIs("2028-10-27");
              return w.refuse(MANCHESTER, person, call(World.id(), WARD));
            }),
        new Way(
            CALL_UP_ALREADY_EXISTS,
            "the id is taken",
            w -> {
              var person = flooded(w, 2).aClearedPerson();
              var id = World.id();
              w.accept(MANCHESTER, person, call(id, WARD));
              return w.refuse(MANCHESTER, person, call(id, WARD));
            }),
        new Way(
            CALL_UP_STATE,
            "the person is asked already",
            w -> {
              var person = flooded(w, 2).aClearedPerson();
              w.accept(MANCHESTER, person, call(World.id(), WARD));
              return w.refuse(MANCHESTER, person, call(World.id(), WARD));
            }),
        new Way(
            OFF_DUTY,
            "the person is off duty",
            w -> {
              var person = flooded(w, 1).aClearedPerson();
              w.accept(
                  MANCHESTER,
                  person,
                  new ChangeAvailability(DutyStatus.OFF_DUTY, null, List.of(), null, null));
              return w.refuse(MANCHESTER, person, call(World.id(), WARD));
            }),
        new Way(
            ALERT_LIMIT_REACHED,
            "the person was called up often enough this week",
            w -> {
              var person = flooded(w, 1).aClearedPerson();
              var id = World.id();
              w.accept(MANCHESTER, person, call(id, WARD));
              w.accept(MANCHESTER, person, new AnswerCallUp(id, CallUpAnswer.LATER));
              return w.refuse(MANCHESTER, person, call(World.id(), WARD));
            }));
  }

  private static Stream<Way> answers() {
    return Stream.of(
        new Way(
            CALL_UP_UNKNOWN,
            "nobody was asked",
            w -> w.refuse(MANCHESTER, w.aPerson(), new AnswerCallUp(World.id(), CallUpAnswer.YES))),
        new Way(
            OWN_ORGANISATION_ONLY,
            "another partner asked",
            w -> {
              var person = flooded(w, 1).aClearedPerson();
              var id = World.id();
              w.accept(MANCHESTER, person, call(id, WARD));
              return w.refuse(CHRISTIE, person, new AnswerCallUp(id, CallUpAnswer.YES));
            }),
        new Way(
            CALL_UP_STATE,
            "the answer is the same again",
            w -> {
              var person = flooded(w, 1).aClearedPerson();
              var id = World.id();
              w.accept(MANCHESTER, person, call(id, WARD));
              w.accept(MANCHESTER, person, new AnswerCallUp(id, CallUpAnswer.NO));
              return w.refuse(MANCHESTER, person, new AnswerCallUp(id, CallUpAnswer.NO));
            }),
        new Way(
            SURGE_OVER,
            "the answer comes after the end",
            w -> {
              var person = flooded(w, 1).aClearedPerson();
              var id = World.id();
              w.accept(MANCHESTER, person, call(id, WARD));
              w.accept(HOST, FLOOD, OVER);
              return w.refuse(MANCHESTER, person, new AnswerCallUp(id, CallUpAnswer.YES));
            }));
  }
}
