package org.icsregistry.projection.web;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.opportunity.Opportunities;
import org.icsregistry.projection.opportunity.OpportunityView;
import org.icsregistry.projection.passport.PassportReader;
import org.icsregistry.projection.passport.PeoplePage.PersonRow;
import org.icsregistry.projection.passport.RoleProgress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What people are wanted for, and how much of it is met already. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class OpportunityPages {

  private static final int PEOPLE = 25;

  private final Opportunities opportunities;
  private final PassportReader passports;

  OpportunityPages(Opportunities opportunities, PassportReader passports) {
    this.opportunities = opportunities;
    this.passports = passports;
  }

  /** Somebody of the coordinator's own people, and how far they are. */
  record Candidate(PersonRow person, RoleProgress progress) {}

  @GetMapping("/opportunities")
  String opportunities(Caller caller, Model model) {
    model.addAttribute("opportunities", open(caller));
    return "opportunities";
  }

  @GetMapping("/opportunities/{id}")
  String opportunity(Caller caller, @PathVariable String id, Model model) {
    var opportunity =
        open(caller).stream()
            .filter(o -> o.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    ProblemCode.NOT_FOUND,
                    "the id of an opportunity that is open to you",
                    "another one, or one that is closed",
                    "go back to the opportunities"));
    model.addAttribute("opportunity", opportunity);
    if (caller.speaksForPartner()) {
      model.addAttribute("candidates", candidates(caller, opportunity.role().id()));
    }
    return "opportunity";
  }

  private List<OpportunityView> open(Caller caller) {
    return caller.speaksForPartner()
        ? opportunities.open(caller, null, null)
        : opportunities.openTo(caller);
  }

  /** The latest of the organisation's people, who needs least at the top. */
  private List<Candidate> candidates(Caller caller, String role) {
    var people =
        passports.people(caller, null, PEOPLE).people().stream()
            .filter(person -> person.name() != null)
            .toList();
    var standings = passports.standings(caller, people.stream().map(PersonRow::id).toList(), role);
    var found = new ArrayList<Candidate>();
    for (var person : people) {
      var progress = standings.get(person.id());
      if (progress != null) {
        found.add(new Candidate(person, progress));
      }
    }
    found.sort(comparingInt(c -> c.progress().total() - c.progress().met()));
    return found;
  }
}
