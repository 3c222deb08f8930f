package org.icsregistry.projection.web;

import java.util.regex.Pattern;
import org.icsregistry.kit.oversight.Oversight;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who was refused what by this service, and what operators asked it for. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class OversightPage {

  private static final int ROWS = 25;
  private static final Pattern NUMBER = Pattern.compile("^[0-9]{1,18}$");

  private final Oversight oversight;

  OversightPage(Oversight oversight) {
    this.oversight = oversight;
  }

  @GetMapping("/refusals")
  String refusals(
      Caller caller, @RequestParam(required = false) @Nullable String before, Model model) {
    var found = oversight.refusals(caller, number(before), ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("refusals", shown);
    model.addAttribute("next", found.size() > ROWS ? shown.getLast().id() : null);
    return "refusals";
  }

  @GetMapping("/operator-actions")
  String actions(
      Caller caller, @RequestParam(required = false) @Nullable String before, Model model) {
    var found = oversight.actions(caller, number(before), ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("actions", shown);
    model.addAttribute("next", found.size() > ROWS ? shown.getLast().id() : null);
    return "operator-actions";
  }

  private static long number(@Nullable String before) {
    return before == null || !NUMBER.matcher(before).matches()
        ? Long.MAX_VALUE
        : Long.parseLong(before);
  }
}
