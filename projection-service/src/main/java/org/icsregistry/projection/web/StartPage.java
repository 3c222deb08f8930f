package org.icsregistry.projection.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.projection.passport.PassportReader;
import org.icsregistry.projection.signin.SignInChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody begins: looking up a passport, the audit trail, the people of one's own. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class StartPage {

  private static final int PEOPLE = 25;
  private static final Pattern INDEX = Pattern.compile("^[0-9]{1,18}$");

  private final PassportReader passports;
  private final SignInChoices signIn;

  StartPage(PassportReader passports, SignInChoices signIn) {
    this.passports = passports;
    this.signIn = signIn;
  }

  @GetMapping("/")
  String start(
      @AuthenticationPrincipal @Nullable OidcUser person,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(name = "sign-in", required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable String session,
      Model model) {
    model.addAttribute("signInFailed", "failed".equals(outcome));
    model.addAttribute("sessionOver", "over".equals(session));
    return show(Viewer.of(person), before, model);
  }

  /** The form of the start page leads here. */
  @GetMapping("/passports")
  String lookUp(
      @AuthenticationPrincipal @Nullable OidcUser person,
      @RequestParam(required = false) @Nullable String id,
      Model model) {
    var wanted = id == null ? "" : id.strip().toLowerCase(Locale.ROOT);
    if (Format.isUuid(wanted)) {
      return "redirect:/passports/" + wanted;
    }
    model.addAttribute("id", wanted);
    model.addAttribute(
        "idError",
        wanted.isEmpty()
            ? "Enter the id of a person"
            : "Enter the whole id: 32 letters and digits in five groups with hyphens between");
    return show(Viewer.of(person), null, model);
  }

  private String show(@Nullable Viewer viewer, @Nullable String before, Model model) {
    model.addAttribute("signIn", signIn);
    if (viewer != null && viewer.coordinates()) {
      var from = before == null || !INDEX.matcher(before).matches() ? null : Long.valueOf(before);
      model.addAttribute("page", passports.people(viewer.caller(), from, PEOPLE));
      model.addAttribute("first", from == null);
    }
    return "start";
  }
}
