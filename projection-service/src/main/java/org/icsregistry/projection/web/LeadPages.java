package org.icsregistry.projection.web;

import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.figures.FigureQueries;
import org.icsregistry.projection.figures.UpkeepQueries;
import org.icsregistry.projection.programme.Programmes;
import org.icsregistry.projection.surge.Surges;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shared figures, programmes and surges: whoever may see figures sees the same numbers. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class LeadPages {

  private final FigureQueries figures;
  private final UpkeepQueries upkeep;
  private final Programmes programmes;
  private final Surges surges;

  LeadPages(FigureQueries figures, UpkeepQueries upkeep, Programmes programmes, Surges surges) {
    this.figures = figures;
    this.upkeep = upkeep;
    this.programmes = programmes;
    this.surges = surges;
  }

  @GetMapping("/figures")
  String figures(Caller caller, Model model) {
    model.addAttribute("figures", figures.all(caller));
    model.addAttribute("upkeep", upkeep.now(caller));
    return "figures";
  }

  @GetMapping("/programmes")
  String programmes(Caller caller, Model model) {
    model.addAttribute("programmes", programmes.all(caller));
    return "programmes";
  }

  @GetMapping("/programmes/{id}")
  String programme(Caller caller, @PathVariable String id, Model model) {
    var programme =
        programmes
            .find(caller, id)
            .orElseThrow(() ->
                new Refusal(
                    ProblemCode.NOT_FOUND,
                    "the id of a programme",
                    "another one",
                    "go back to the programmes"));
    model.addAttribute("programme", programme);
    model.addAttribute("given", programmes.given(caller, programme.partners()));
    return "programme";
  }

  @GetMapping("/surges")
  String surges(Caller caller, Model model) {
    model.addAttribute("surges", surges.all(caller));
    return "surges";
  }
}
