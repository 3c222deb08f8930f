package org.icsregistry.projection.web;

import java.util.HashMap;
import java.util.Map;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.passport.AsOf;
import org.icsregistry.projection.passport.PassportReader;
import org.icsregistry.projection.passport.PassportView;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A person's passport, as it stands and as it stood. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class PassportPage {

  private final PassportReader passports;
  private final LookBack.Reading lookBack;

  PassportPage(PassportReader passports, LookBack.Reading lookBack) {
    this.passports = passports;
    this.lookBack = lookBack;
  }

  @GetMapping("/passports/{id}")
  String passport(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String asOf,
      Model model) {
    return show(caller, id, AsOf.of(asOf), LookBack.EMPTY, model);
  }

  /** The form at the foot of the passport leads here. */
  @GetMapping("/passports/{id}/look-back")
  String lookBack(Caller caller, @PathVariable String id, LookBack asked, Model model) {
    var reading = lookBack.read(asked);
    if (reading.errors().isEmpty()) {
      return "redirect:"
          + UriComponentsBuilder.fromPath("/passports/{id}")
              .queryParam("asOf", reading.asOf())
              .build(id);
    }
    model.addAttribute("errors", reading.errors());
    return show(caller, id, new AsOf.Now(), asked, model);
  }

  private String show(Caller caller, String id, AsOf asOf, LookBack asked, Model model) {
    var shown = passports.show(caller, id, asOf);
    var bond = shown.bond();
    model.addAttribute("passport", shown.passport());
    model.addAttribute("past", !(asOf instanceof AsOf.Now));
    model.addAttribute("asked", asked);
    model.addAttribute("codes", codes(shown.passport()));
    model.addAttribute("own", bond == Bond.SELF);
    model.addAttribute("standingOnly", bond == Bond.LINKED);
    model.addAttribute("emergency", bond == Bond.EMERGENCY);
    model.addAttribute("mayOpen", Access.allows(caller, Right.BREAK_GLASS, bond));
    model.addAttribute("history", Access.allows(caller, Right.SEE_HISTORY, bond));
    return "passport";
  }

  /** What kind of item an id stands for. */
  private static Map<String, String> codes(PassportView passport) {
    var codes = new HashMap<String, String>();
    passport.checks().forEach(c -> codes.put(c.itemId(), c.check().name()));
    passport.trainings().forEach(t -> codes.put(t.itemId(), t.training()));
    return codes;
  }
}
