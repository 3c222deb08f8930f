package org.icsregistry.local.demo.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.local.demo.play.DemoCommand;
import tools.jackson.databind.node.ObjectNode;

/** One invented person and all that happens to them. */
final class Journey {

  private final long number;
  private final List<Desk> desks;
  private final LocalDate today;
  private final Dice dice;
  private final Outbox out;

  private Journey(long seed, long number, List<Desk> desks, LocalDate today) {
    this.number = number;
    this.desks = desks;
    this.today = today;
    this.dice = Dice.of(seed, number);
    this.out = new Outbox(dice.uuid(), dice);
  }

  /** The commands about one person, in their order. */
  static List<DemoCommand> of(long seed, long number, List<Desk> desks, LocalDate today) {
    var journey = new Journey(seed, number, desks, today);
    journey.walk();
    return journey.out.commands();
  }

  private void walk() {
    var desk = dice.pick(desks);
    var opening = dice.weighted(desk.openings());
    var dateOfBirth = birthday(opening);
    var papers = new Papers(dateOfBirth, today, dice, out);
    var interest = today.minusDays(dice.between(0, Figures.HISTORY_DAYS));
    out.send(desk, RegisterVolunteer.class, details(dateOfBirth));
    volunteer(desk, opening, interest, papers)
        .filter(_ -> desks.size() > 1 && dice.chance(Figures.MOVES_TO_SECOND_PARTNER))
        .map(started -> started.plusDays(dice.between(20, 120)))
        .filter(day -> !day.isAfter(today))
        .ifPresent(day -> move(desk, dateOfBirth, day, papers));
    if (dice.chance(Figures.ITEM_WITHDRAWN)) {
      papers.withdrawOne(desk);
    }
  }

  private Optional<LocalDate> volunteer(
      Desk desk, Desk.Opening opening, LocalDate interest, Papers papers) {
    return new Recruitment(desk, opening, today, dice, out, papers)
        .from(interest)
        .flatMap(
            cleared -> new Volunteering(desk, opening, today, dice, out, papers).from(cleared));
  }

  /** A second partner, which reuses what its policy lets it. */
  private void move(Desk first, LocalDate dateOfBirth, LocalDate day, Papers papers) {
    var others = desks.stream().filter(d -> !d.code().equals(first.code())).toList();
    var desk = dice.pick(others);
    var opening = dice.weighted(desk.openings());
    if (admits(opening, dateOfBirth)) {
      out.send(desk, new LinkPartner(day));
      volunteer(desk, opening, day, papers);
    }
  }

  /** Of an age that the role admits today. */
  private LocalDate birthday(Desk.Opening opening) {
    while (true) {
      var band = dice.weighted(Figures.AGES);
      var date =
          today.minusYears(dice.between(band.first(), band.last())).minusDays(dice.between(0, 364));
      if (admits(opening, date)) {
        return date;
      }
    }
  }

  private boolean admits(Desk.Opening opening, LocalDate dateOfBirth) {
    int age = dateOfBirth.until(today).getYears();
    return opening.profile().requirements().stream()
        .filter(AgeLine.class::isInstance)
        .map(AgeLine.class::cast)
        .allMatch(line ->
            (line.minAge() == null || age >= line.minAge())
                && (line.maxAge() == null || age <= line.maxAge()));
  }

  private ObjectNode details(LocalDate dateOfBirth) {
    var data = Json.MAPPER.createObjectNode();
    data.set("name", Json.MAPPER.valueToTree(new PersonName("Generated", "Person " + number)));
    data.put("dateOfBirth", dateOfBirth.toString());
    data.set("contact", Json.MAPPER.valueToTree(contact()));
    return data;
  }

  /** Addresses and numbers that nobody has: example.org, and Ofcom's numbers for drama. */
  private Contact contact() {
    return new Contact(
        "person-" + number + "@example.org",
        "07700 900" + dice.between(100, 999),
        dice.pick(Figures.AREAS) + " " + dice.between(1, 9) + "AA");
  }
}
