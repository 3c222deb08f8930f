package org.icsregistry.registry.volunteer;

import static org.icsregistry.contracts.problem.ProblemCode.DATE_ORDER;
import static org.icsregistry.contracts.problem.ProblemCode.GRANT_ALREADY_RECORDED;
import static org.icsregistry.contracts.problem.ProblemCode.GRANT_ENDED;
import static org.icsregistry.contracts.problem.ProblemCode.GRANT_UNKNOWN;

import java.util.List;
import org.icsregistry.contracts.message.SharingCommand;
import org.icsregistry.contracts.message.SharingCommand.GrantSharing;
import org.icsregistry.contracts.message.SharingCommand.WithdrawSharing;
import org.icsregistry.contracts.message.SharingEvent;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.PersonGuards;

/** What a person lets partners see. */
final class SharingDecisions {

  /** A permission is asked for again after this time, so that none outlives the person's memory. */
  private static final int LONGEST_YEARS = 2;

  private SharingDecisions() {}

  static List<SharingEvent> decide(Person state, SharingCommand command, CommandContext context) {
    return switch (command) {
      case GrantSharing c -> grant(state, c, context);
      case WithdrawSharing c -> withdraw(state, c, context);
    };
  }

  private static List<SharingEvent> grant(Person state, GrantSharing c, CommandContext context) {
    PersonGuards.speaksForPerson(state, context);
    Guards.partnerExists(context, c.partner());
    if (state.grants().containsKey(c.grantId())) {
      throw new Refusal(
          GRANT_ALREADY_RECORDED,
          "a grantId that is not used yet",
          c.grantId() + ", which is used",
          "choose a new UUID for a new permission");
    }
    var latest = c.agreedOn().plusYears(LONGEST_YEARS);
    if (c.until().isBefore(context.today()) || c.until().isAfter(latest)) {
      throw new Refusal(
          DATE_ORDER,
          "until from today, " + context.today() + ", to " + latest,
          c.until().toString(),
          "correct the date; a permission is asked for again after " + LONGEST_YEARS + " years");
    }
    return List.of(
        new SharingGranted(c.grantId(), c.partner(), c.purpose(), c.until(), c.agreedOn()));
  }

  private static List<SharingEvent> withdraw(
      Person state, WithdrawSharing c, CommandContext context) {
    var grant = state.grants().get(c.grantId());
    if (grant == null) {
      throw new Refusal(
          GRANT_UNKNOWN,
          "the id of a permission that the person has given",
          c.grantId() + ", which is none",
          "correct the grantId or the subject");
    }
    if (!grant.partner().equals(context.sender())) {
      PersonGuards.speaksForPerson(state, context);
    }
    if (grant.withdrawn()) {
      throw new Refusal(
          GRANT_ENDED, "a permission in force", c.grantId() + ", withdrawn before", "nothing");
    }
    return List.of(new SharingWithdrawn(grant.grantId(), grant.partner()));
  }
}
