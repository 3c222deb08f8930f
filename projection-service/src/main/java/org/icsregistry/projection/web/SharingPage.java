package org.icsregistry.projection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.message.SharingCommand.GrantSharing;
import org.icsregistry.contracts.message.SharingCommand.WithdrawSharing;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.icsregistry.projection.look.LookHistory;
import org.icsregistry.projection.passport.AsOf;
import org.icsregistry.projection.passport.PassportReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person decides who sees their details. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class SharingPage {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final int MONTHS = 12;

  private final PassportReader passports;
  private final DirectoryQueries directory;
  private final Choices choices;
  private final LookHistory looks;
  private final Clock clock;

  SharingPage(
      PassportReader passports,
      DirectoryQueries directory,
      Choices choices,
      LookHistory looks,
      Clock clock) {
    this.passports = passports;
    this.directory = directory;
    this.choices = choices;
    this.looks = looks;
    this.clock = clock;
  }

  /** What the person filled in. */
  record Form(@Nullable String organisation, @Nullable String purpose) {

    static final Form EMPTY = new Form(null, null);
  }

  @GetMapping("/my-sharing")
  String sharing(Caller caller, Model model) {
    return show(caller, Form.EMPTY, null, model);
  }

  @PostMapping("/my-sharing")
  String share(Caller caller, Form form, Model model) {
    var person = person(caller);
    var partner = partners().stream().filter(p -> p.code().equals(form.organisation())).findFirst();
    var purpose = purpose(form.purpose());
    if (partner.isEmpty()) {
      return show(caller, form, "Choose an organisation", model);
    }
    if (purpose.isEmpty()) {
      return show(caller, form, "Choose what it may use your details for", model);
    }
    var today = LocalDate.now(clock.withZone(UNITED_KINGDOM));
    choices.send(
        person,
        new GrantSharing(
            UUID.randomUUID().toString(),
            partner.get().code(),
            purpose.get(),
            today.plusMonths(MONTHS),
            today));
    return "redirect:/my-sharing?done=shared";
  }

  @PostMapping("/my-sharing/stop")
  String stop(Caller caller, @RequestParam String grant) {
    var person = person(caller);
    choices.send(person, new WithdrawSharing(grant));
    return "redirect:/my-sharing?done=stopped";
  }

  private String show(Caller caller, Form form, @Nullable String error, Model model) {
    var passport = passports.read(caller, person(caller), new AsOf.Now());
    model.addAttribute("passport", passport);
    model.addAttribute("looks", looks.at(passport.id()));
    model.addAttribute("partners", partners());
    model.addAttribute("purposes", List.of(SharingPurpose.values()));
    model.addAttribute("form", form);
    model.addAttribute("error", error);
    return "my-sharing";
  }

  private List<Partner> partners() {
    return directory.partners().stream().filter(p -> !p.suspended()).toList();
  }

  private static Optional<SharingPurpose> purpose(@Nullable String text) {
    return Arrays.stream(SharingPurpose.values()).filter(p -> p.name().equals(text)).findFirst();
  }

  private static String person(Caller caller) {
    Access.require(caller, Right.SEE_DETAILS, Bond.SELF);
    if (caller.person() == null) {
      throw new Refusal(
          ProblemCode.NOT_ALLOWED,
          "a person who is in the registry",
          "somebody whom the sign-in service does not connect with a person",
          "ask a volunteer coordinator to connect your sign-in with your passport");
    }
    return caller.person();
  }
}
