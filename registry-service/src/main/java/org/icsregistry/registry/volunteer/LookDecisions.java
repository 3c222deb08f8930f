package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.ACTOR_REQUIRED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.message.LookCommand;
import org.icsregistry.contracts.message.LookCommand.BreakGlass;
import org.icsregistry.contracts.message.LookCommand.NoteLook;
import org.icsregistry.contracts.message.LookEvent;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;

/** Who looks at a person's details, and who may in an emergency. */
final class LookDecisions {

  /** Long enough to find out whom to call; whoever needs more says so again. */
  private static final Duration EMERGENCY = Duration.ofHours(1);

  /** Long enough for those who protect a child or an adult to act before the person knows. */
  private static final Duration HELD_BACK = Duration.ofDays(3);

  private LookDecisions() {}

  static List<LookEvent> decide(Person state, LookCommand command, CommandContext context) {
    return List.of(
        switch (command) {
          case NoteLook c -> note(state, c, context);
          case BreakGlass c -> breakGlass(state, c, context);
        });
  }

  /** What was seen was seen, also when the permission has ended since. */
  private static LookEvent note(Person state, NoteLook c, CommandContext context) {
    Guards.hostOnly(context);
    var emergency = state.relations().emergencies().get(c.partner());
    return new DetailsViewed(
        c.partner(),
        c.viewer(),
        c.office(),
        c.ground(),
        c.viewedAt(),
        c.ground() == LookGround.GRANT || emergency == null ? c.viewedAt() : emergency.tellFrom());
  }

  private static LookEvent breakGlass(Person state, BreakGlass c, CommandContext context) {
    Guards.mayDecideFor(context, c.partner());
    PersonGuards.linked(state, c.partner());
    named(context);
    return new GlassBroken(
        c.partner(),
        c.reason(),
        c.explanation(),
        context.now().plus(EMERGENCY),
        tellFrom(c.reason(), context.now()));
  }

  /** Somebody answers for it afterwards; a system cannot (decision record 27). */
  private static void named(CommandContext context) {
    if (context.origin().actor() == null) {
      throw new Refusal(
          ACTOR_REQUIRED,
          "in actor the pseudonym of the person who saw the emergency",
          "nobody",
          "send it again under another id with actor; at once, if somebody may come to harm");
    }
  }

  private static Instant tellFrom(EmergencyReason reason, Instant now) {
    return switch (reason) {
      case SAFEGUARDING_CHILD, SAFEGUARDING_ADULT -> now.plus(HELD_BACK);
      case IMMINENT_RISK -> now;
    };
  }
}
