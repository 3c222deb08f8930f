package org.icsregistry.registry.programme;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.math.BigDecimal;
import java.util.HashSet;
import org.icsregistry.contracts.directory.Programme;
import org.icsregistry.contracts.message.Measure;
import org.icsregistry.contracts.message.ProgrammeCommand;
import org.icsregistry.contracts.message.ProgrammeCommand.CloseProgramme;
import org.icsregistry.contracts.message.ProgrammeCommand.DefineProgramme;
import org.icsregistry.contracts.message.ProgrammeCommand.RecordOutcome;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.ProgrammeEvent.OutcomeRecorded;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeClosed;
import org.icsregistry.contracts.message.ProgrammeEvent.ProgrammeDefined;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Guards;

/** Programmes: any partner may own one, and each speaks for what it has reached itself. */
final class ProgrammeDecisions {

  private ProgrammeDecisions() {}

  static ProgrammeEvent decide(Programme state, ProgrammeCommand command, CommandContext context) {
    Guards.senderMayAct(context);
    return switch (command) {
      case DefineProgramme c -> define(state, c, context);
      case RecordOutcome c -> record(open(state), c, context);
      case CloseProgramme c -> close(open(state), c, context);
    };
  }

  private static ProgrammeEvent define(Programme state, DefineProgramme c, CommandContext context) {
    ownerOnly(state, context);
    if (state.defined()) {
      throw new Refusal(
          PROGRAMME_ALREADY_DEFINED,
          "a programme id that is not used yet",
          state.programmeId() + ", which is used",
          "choose a new code");
    }
    var codes = new HashSet<String>();
    for (var measure : c.measures()) {
      if (!codes.add(measure.code())) {
        throw invalid("each measure once", measure.code() + " twice");
      }
    }
    for (var partner : c.partners()) {
      if (!context.facts().partner(partner).registered()) {
        throw new Refusal(
            PARTNER_UNKNOWN,
            "partners that the ICS host has registered",
            partner + ", which is not registered",
            "correct the code, or ask the ICS host to register the partner first");
      }
    }
    return new ProgrammeDefined(c.title(), c.objective(), c.partners(), c.measures());
  }

  private static ProgrammeEvent record(Programme state, RecordOutcome c, CommandContext context) {
    if (!context.sender().equals(Programme.owner(state.programmeId()))) {
      Guards.forOwnOrganisation(context, c.partner());
    }
    if (!state.partners().contains(c.partner())) {
      throw new Refusal(
          PROGRAMME_PARTNERS_ONLY,
          "one of the programme's partners: " + String.join(", ", state.partners()),
          c.partner(),
          "record it for a partner of the programme");
    }
    var measure =
        state
            .measure(c.measure())
            .orElseThrow(() ->
                new Refusal(
                    MEASURE_UNKNOWN,
                    "one of the programme's measures: "
                        + String.join(", ", state.measures().stream().map(Measure::code).toList()),
                    c.measure(),
                    "correct the measure"));
    if (c.to().isBefore(c.from())) {
      throw new Refusal(
          DATE_ORDER, "to on or after from, " + c.from(), c.to().toString(), "correct the period");
    }
    sensible(measure, c);
    var outcome =
        new OutcomeRecorded(c.measure(), c.partner(), c.from(), c.to(), c.value(), c.denominator());
    if (state.says(outcome)) {
      throw new Refusal(
          OUTCOME_ALREADY_RECORDED,
          "something that is not recorded yet",
          "the same value for the same measure, partner and period",
          "nothing");
    }
    return outcome;
  }

  private static void sensible(Measure measure, RecordOutcome c) {
    if (c.denominator() == null) {
      return;
    }
    var whole = new BigDecimal(c.denominator());
    var part = new BigDecimal(c.value());
    if (whole.signum() <= 0 || part.signum() < 0 || part.compareTo(whole) > 0) {
      throw invalid(
          measure.code() + ": a value from 0 to its denominator, which is above 0",
          c.value() + " of " + c.denominator());
    }
  }

  private static ProgrammeEvent close(Programme state, CloseProgramme c, CommandContext context) {
    ownerOnly(state, context);
    return new ProgrammeClosed(c.closedOn());
  }

  private static Programme open(Programme state) {
    if (!state.defined()) {
      throw new Refusal(
          PROGRAMME_UNKNOWN,
          "the id of a defined programme as subject",
          state.programmeId() + ", which is not defined",
          "send DefineProgramme first, or correct the subject");
    }
    if (state.closedOn() != null) {
      throw new Refusal(
          PROGRAMME_CLOSED,
          "a programme that is not closed",
          state.programmeId() + ", closed on " + state.closedOn(),
          "nothing; what it reached stays as it is");
    }
    return state;
  }

  private static void ownerOnly(Programme state, CommandContext context) {
    var owner = Programme.owner(state.programmeId());
    if (!owner.equals(context.sender())) {
      throw new Refusal(
          OWN_ORGANISATION_ONLY,
          "the programme's owner (" + owner + ") as sender",
          "a command from " + context.sender(),
          "name it " + context.sender() + ".PROGRAMME.<CODE>, or let " + owner + " send it");
    }
  }

  private static Refusal invalid(String expected, String received) {
    return new Refusal(
        MEASURE_INVALID, expected, received, "correct it and send the command again");
  }
}
