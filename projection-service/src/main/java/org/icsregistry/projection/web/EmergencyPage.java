package org.icsregistry.projection.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.message.Explanation;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.look.LookHistory;
import org.icsregistry.projection.passport.AsOf;
import org.icsregistry.projection.passport.PassportReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody opens a person's details in an emergency, and where it is looked into. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class EmergencyPage {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 2000;

  private final PassportReader passports;
  private final LookHistory looks;
  private final Choices choices;

  EmergencyPage(PassportReader passports, LookHistory looks, Choices choices) {
    this.passports = passports;
    this.looks = looks;
    this.choices = choices;
  }

  /** What was filled in. */
  record Form(@Nullable String reason, @Nullable String explanation) {

    static final Form EMPTY = new Form(null, null);

    Optional<EmergencyReason> chosen() {
      return Arrays.stream(EmergencyReason.values())
          .filter(r -> r.name().equals(reason))
          .findFirst();
    }

    String told() {
      // Browsers send the ends of lines as the specification of forms says.
      return Objects.requireNonNullElse(explanation, "").strip().replace("\r\n", "\n");
    }

    /** The first thing that is wrong; absent if nothing is. */
    @Nullable String error() {
      if (chosen().isEmpty()) {
        return "Choose what has happened";
      }
      if (told().length() < SHORTEST) {
        return "Say what has happened, in a sentence at least";
      }
      return told().length() > LONGEST ? "Say it in at most 2,000 characters" : null;
    }
  }

  @GetMapping("/passports/{id}/emergency")
  String ask(Caller caller, @PathVariable String id, Model model) {
    return show(caller, id, Form.EMPTY, null, model);
  }

  @PostMapping("/passports/{id}/emergency")
  String open(Caller caller, @PathVariable String id, Form form, Model model) {
    var error = form.error();
    if (error != null) {
      return show(caller, id, form, error, model);
    }
    requireMayOpen(caller, id);
    choices.breakGlass(caller, id, form.chosen().orElseThrow(), new Explanation(form.told()));
    return "redirect:/passports/" + id;
  }

  @GetMapping("/emergencies")
  String emergencies(Caller caller, Model model) {
    model.addAttribute("emergencies", looks.emergencies(caller));
    return "emergencies";
  }

  private String show(Caller caller, String id, Form form, @Nullable String error, Model model) {
    requireMayOpen(caller, id);
    model.addAttribute("passport", passports.read(caller, id, new AsOf.Now()));
    model.addAttribute("reasons", List.of(EmergencyReason.values()));
    model.addAttribute("form", form);
    model.addAttribute("error", error);
    return "emergency";
  }

  /** Whoever may not even know that the person exists hears so first. */
  private void requireMayOpen(Caller caller, String id) {
    Access.requireEver(caller, Right.BREAK_GLASS);
    Access.require(caller, Right.BREAK_GLASS, passports.requireKnown(caller, id));
  }
}
