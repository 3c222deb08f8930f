package org.icsregistry.projection.web;

import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.readiness.ReadinessQueries;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What every partner sees alike: how far each has come, and who relies on whom. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class SharedPages {

  private final ReadinessQueries queries;

  SharedPages(ReadinessQueries queries) {
    this.queries = queries;
  }

  @GetMapping("/readiness")
  String readiness(Caller caller, Model model) {
    model.addAttribute("readiness", queries.readiness(caller));
    return "readiness";
  }

  @GetMapping("/relationships")
  String relationships(Caller caller, Model model) {
    model.addAttribute("relationships", queries.relationships(caller));
    return "relationships";
  }
}
