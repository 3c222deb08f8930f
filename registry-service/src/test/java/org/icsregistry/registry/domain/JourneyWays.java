package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.APPLICATION_STATE;
import static org.icsregistry.contracts.problem.ProblemCode.DATE_ORDER;
import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.LINK_REQUIRED;
import static org.icsregistry.contracts.problem.ProblemCode.OWN_ORGANISATION_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.ChaseStage;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.MessageChannel;
import org.icsregistry.contracts.code.MessageKind;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationCommand.ExpressInterest;
import org.icsregistry.contracts.message.ApplicationCommand.MakeOffer;
import org.icsregistry.contracts.message.JourneyCommand.ChangePreferences;
import org.icsregistry.contracts.message.JourneyCommand.ChaseStep;
import org.icsregistry.contracts.message.JourneyCommand.NoteMessage;
import org.icsregistry.contracts.message.JourneyCommand.NoticeIdle;
import org.icsregistry.contracts.message.JourneyCommand.WarnOfExpiry;
import org.icsregistry.contracts.message.Language;
import org.icsregistry.contracts.message.PartnerCommand.SetChasing;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Reminders, messages and preferences. */
final class JourneyWays {

  static final ChaseStep CHASE =
      new ChaseStep(
          MANCHESTER,
          WARD,
          World.id(),
          "CSTF_FIRE",
          WaitingOn.VOLUNTEER,
          ChaseStage.FIRST,
          LAST_WEEK);
  static final WarnOfExpiry WARN = new WarnOfExpiry(MANCHESTER, WARD, "CSTF_FIRE", 30);
  static final NoticeIdle NOTICE = new NoticeIdle(MANCHESTER, WARD, 14);
  static final NoteMessage NOTE =
      new NoteMessage(MANCHESTER, World.id(), MessageKind.REMINDER, MessageChannel.EMAIL, 1);

  private static final String HOSPICE = "GB-CHC-7654321";

  private JourneyWays() {}

  static ChangePreferences preferences(World world, String person) {
    return new ChangePreferences(
        world.seal(person, "ChangePreferences.language", new Language("cy")),
        List.of(MessageKind.THANKS));
  }

  static Stream<Way> all() {
    return Stream.concat(reminders(), rules());
  }

  private static Stream<Way> reminders() {
    return Stream.concat(
        Stream.of(CHASE, WARN, NOTICE, NOTE)
            .map(command ->
                new Way(
                    HOST_ONLY,
                    "a partner sends " + command.getClass().getSimpleName(),
                    w -> w.refuse(MANCHESTER, w.aPerson(), command))),
        Stream.of(CHASE, WARN, NOTICE)
            .map(command ->
                new Way(
                    LINK_REQUIRED,
                    command.getClass().getSimpleName() + " is for a partner without a relationship",
                    w -> {
                      var person = World.id();
                      w.accept(CHRISTIE, person, w.aRegistration(person, "1990-04-05"));
                      return w.refuse(HOST, person, command);
                    })));
  }

  private static Stream<Way> rules() {
    return Stream.of(
        new Way(VOLUNTEER_UNKNOWN, "nobody is reminded", w -> w.refuse(HOST, World.id(), CHASE)),
        new Way(
            LINK_REQUIRED,
            "a stranger says how somebody wants to be written to",
            w -> {
              var person = w.aPerson();
              w.admit(HOSPICE, IssuerCategory.HOSPICE);
              return w.refuse(HOSPICE, person, preferences(w, person));
            }),
        new Way(
            OWN_ORGANISATION_ONLY,
            "a partner says when another reminds",
            w -> w.refuse(CHRISTIE, MANCHESTER, new SetChasing(3, 7, 14, 28))),
        new Way(
            DATE_ORDER,
            "the second reminder comes before the first",
            w -> w.refuse(CHRISTIE, CHRISTIE, new SetChasing(7, 3, 14, 28))),
        new Way(
            APPLICATION_STATE,
            "the host closes what waits for the partner",
            w -> closing(w, DeclineReason.NO_RESPONSE, false)),
        new Way(
            APPLICATION_STATE,
            "the host declines somebody for another reason",
            w -> closing(w, DeclineReason.NOT_A_MATCH, true)));
  }

  private static ProblemCode closing(World w, DeclineReason reason, boolean offered) {
    var person = w.aPerson();
    var id = World.id();
    w.accept(MANCHESTER, person, new ExpressInterest(id, WARD));
    if (offered) {
      w.accept(MANCHESTER, person, new MakeOffer(id));
    }
    return w.refuse(HOST, person, new DeclineApplicant(id, reason));
  }
}
