package org.icsregistry.registry.role;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.message.RoleCommand;
import org.icsregistry.contracts.message.RoleCommand.DefineRole;
import org.icsregistry.contracts.message.RoleCommand.OpenSurgeRole;
import org.icsregistry.contracts.message.RoleCommand.RetireRole;
import org.icsregistry.contracts.message.RoleCommand.ReviseRole;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.contracts.message.RoleEvent.RoleRetired;
import org.icsregistry.contracts.message.RoleEvent.RoleRevised;
import org.icsregistry.contracts.message.RoleEvent.SurgeRoleOpened;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Decision;
import org.icsregistry.registry.command.Guards;
import org.icsregistry.registry.command.RoleGuards;
import org.icsregistry.registry.command.Shell;

/** A role and its requirement profile. */
@AggregateRoot(type = "role")
public final class RoleAggregate {

  /** No temporary role is opened for longer; half a year covers a winter. */
  private static final int LONGEST_DAYS = 183;

  @AggregateIdentifier private final String id;
  private Role state;

  public RoleAggregate(String id, String roleId) {
    this.id = id;
    this.state = Role.unknown(roleId);
  }

  public String id() {
    return id;
  }

  public Role state() {
    return state;
  }

  @CommandHandler(commandName = "role")
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(RoleCommand command, @MetaDataValue(Shell.CONTEXT) CommandContext context) {
    return Shell.handle(context, () -> decide(state, command, context));
  }

  @EventSourcingHandler
  void on(RoleEvent event) {
    state = state.evolve(event);
  }

  static List<RoleEvent> decide(Role state, RoleCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    if (!Role.owner(state.roleId()).equals(context.sender())) {
      throw new Refusal(
          ROLE_OWNER_ONLY,
          "the role's owner (" + Role.owner(state.roleId()) + ") as sender",
          "a command from " + context.sender(),
          "define a role of your own, " + context.sender() + ".<CODE>");
    }
    return switch (command) {
      case DefineRole c -> define(state, c);
      case ReviseRole c -> revise(state, c, context);
      case OpenSurgeRole c -> open(state, c, context);
      case RetireRole _ -> retire(state);
    };
  }

  private static List<RoleEvent> define(Role state, DefineRole c) {
    fresh(state);
    lawful(c.requirements());
    return List.of(new RoleDefined(1, c.title(), c.mode(), c.requirements()));
  }

  /** Relaxations must not silently persist, so a temporary role has an end from its first day. */
  private static List<RoleEvent> open(Role state, OpenSurgeRole c, CommandContext context) {
    Guards.hostOnly(context);
    fresh(state);
    RoleGuards.open(context.facts().surge(c.surgeId()));
    endsSoon(c.endsOn(), context);
    if (c.derivedFrom() != null && !context.facts().role(c.derivedFrom()).defined()) {
      throw new Refusal(
          ROLE_UNKNOWN,
          "the id of a defined role as derivedFrom",
          c.derivedFrom() + ", which is not defined",
          "correct the role id, or leave derivedFrom out");
    }
    lawful(c.requirements());
    return List.of(
        new SurgeRoleOpened(
            1, c.surgeId(), c.derivedFrom(), c.title(), c.mode(), c.requirements(), c.endsOn()));
  }

  private static void endsSoon(LocalDate endsOn, CommandContext context) {
    var last = context.today().plusDays(LONGEST_DAYS);
    if (endsOn.isBefore(context.today()) || endsOn.isAfter(last)) {
      throw new Refusal(
          DATE_ORDER,
          "endsOn from today, " + context.today() + ", to " + last,
          endsOn.toString(),
          "correct the date; what is needed for longer is a role of its own, DefineRole");
    }
  }

  private static void lawful(List<RequirementLine> requirements) {
    requirements.forEach(ProfileRules::check);
    ProfileRules.noLineTwice(requirements);
  }

  private static void fresh(Role state) {
    if (state.defined()) {
      throw new Refusal(
          ROLE_ALREADY_DEFINED,
          "a role id that is not used yet",
          state.roleId() + ", which is defined",
          "send ReviseRole to change its profile");
    }
  }

  private static List<RoleEvent> revise(Role state, ReviseRole c, CommandContext context) {
    known(state);
    RoleGuards.notEnded(state, context);
    lawful(c.requirements());
    return List.of(
        new RoleRevised(
            state.versions().size() + 1,
            c.title(),
            c.mode(),
            c.requirements(),
            c.appliesToPlaced()));
  }

  private static void known(Role state) {
    if (!state.defined()) {
      throw new Refusal(
          ROLE_UNKNOWN,
          "the id of a defined role as subject",
          state.roleId() + ", which is not defined",
          "send DefineRole first");
    }
    RoleGuards.notRetired(state);
  }

  private static List<RoleEvent> retire(Role state) {
    known(state);
    return List.of(new RoleRetired());
  }
}
