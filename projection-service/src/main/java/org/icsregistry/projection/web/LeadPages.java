package org.icsregistry.projection.web;

import java.util.Objects;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.projection.figures.FigureQueries;
import org.icsregistry.projection.programme.Programmes;
import org.icsregistry.projection.surge.Surges;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shared figures, programmes and surges: everybody who signs in sees the same numbers. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class LeadPages {

  private final FigureQueries figures;
  private final Programmes programmes;
  private final Surges surges;

  LeadPages(FigureQueries figures, Programmes programmes, Surges surges) {
    this.figures = figures;
    this.programmes = programmes;
    this.surges = surges;
  }

  @GetMapping("/figures")
  String figures(Model model) {
    model.addAttribute("figures", figures.all());
    return "figures";
  }

  @GetMapping("/programmes")
  String programmes(Model model) {
    model.addAttribute("programmes", programmes.all());
    return "programmes";
  }

  @GetMapping("/programmes/{id}")
  String programme(@PathVariable String id, Model model) {
    var programme =
        programmes
            .find(id)
            .orElseThrow(() ->
                new Refusal(
                    ProblemCode.NOT_FOUND,
                    "the id of a programme",
                    "another one",
                    "go back to the programmes"));
    model.addAttribute("programme", programme);
    model.addAttribute("given", programmes.given(programme.partners()));
    return "programme";
  }

  @GetMapping("/surges")
  String surges(@AuthenticationPrincipal @Nullable OidcUser person, Model model) {
    var viewer = Objects.requireNonNull(Viewer.of(person));
    model.addAttribute("surges", surges.all(viewer.caller()));
    return "surges";
  }
}
