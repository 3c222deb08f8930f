package org.icsregistry.onboarding.journey;

import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationCommand;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.JourneyCommand;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.onboarding.world.Ics;
import org.icsregistry.onboarding.world.Vault;

/** One person at R0A, told event by event. */
final class Case {

  static final String PERSON = "6f1d3c1e-3f0a-4b8e-9d3e-0f6f5f3c9a11";

  final Vault vault = new Vault();
  LocalDate today = LocalDate.of(2026, 11, 22);
  private Passport passport = Passport.empty(PERSON);
  private Role role = Role.unknown(ROLE).evolve(Ics.role(Ics.profile()));
  private Partner partner =
      Partner.unknown(R0A).evolve(Ics.partner("Manchester University")).evolve(Ics.trusting(1));
  private long index;
  Instant begun = Ics.DAY.atStartOfDay(Times.ZONE).toInstant();
  final Map<String, Instant> moments = new HashMap<>();

  /** Registered by RBV, linked to R0A, and an offer of R0A accepted. */
  static Case onTheWay() {
    return new Case()
        .registered(LocalDate.of(1990, 2, 3))
        .tell(new PartnerLinked(RBV, Ics.DAY), new PartnerLinked(R0A, Ics.DAY))
        .tell(Ics.accepted("a1"));
  }

  Case registered(LocalDate dateOfBirth) {
    return tell(vault.person(PERSON, dateOfBirth));
  }

  Case tell(Event... events) {
    for (var event : events) {
      switch (event) {
        case RoleEvent e -> role = role.evolve(e);
        case PartnerEvent e -> partner = partner.evolve(e);
        default ->
            passport =
                passport.evolve(
                    new RecordedEvent(
                        index++, "e" + index, RBV, PERSON, Instant.EPOCH, null, null, "c", event));
      }
    }
    return this;
  }

  List<Engagement> engagements() {
    return Engagement.of(passport);
  }

  Situation situation() {
    return new Situation(
        PERSON,
        passport.person(),
        passport.person().holdings(vault),
        engagements().getFirst(),
        role,
        partner,
        today,
        new Times(begun, moments));
  }

  /** What follows for checks, training and clearance; {@link #reminders} has the rest. */
  List<NextCommand> next() {
    return all().stream().filter(n -> !reminds(n.command())).toList();
  }

  List<Command> commands() {
    return next().stream().map(NextCommand::command).toList();
  }

  List<Command> reminders() {
    return all().stream().map(NextCommand::command).filter(Case::reminds).toList();
  }

  private static boolean reminds(Command command) {
    return command instanceof JourneyCommand || command instanceof ApplicationCommand;
  }

  Journey journey() {
    var situation = situation();
    return Journey.of(situation, situation.requirements());
  }

  private List<NextCommand> all() {
    var situation = situation();
    return NextCommands.of(situation, situation.requirements(), journey());
  }
}
