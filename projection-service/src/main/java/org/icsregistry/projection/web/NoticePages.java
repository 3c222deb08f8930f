package org.icsregistry.projection.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.icsregistry.projection.notice.Messages;
import org.icsregistry.projection.notice.Notice;
import org.icsregistry.projection.notice.Notices;
import org.icsregistry.projection.passport.PassportReader;
import org.icsregistry.projection.passport.PeoplePage.PersonRow;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a coordinator, and what was written to a volunteer. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class NoticePages {

  private static final int ROWS = 25;
  private static final Pattern NUMBER = Pattern.compile("^[0-9]{1,18}$");

  private final Notices notices;
  private final Messages messages;
  private final PassportReader passports;
  private final DirectoryQueries directory;

  NoticePages(
      Notices notices, Messages messages, PassportReader passports, DirectoryQueries directory) {
    this.notices = notices;
    this.messages = messages;
    this.passports = passports;
    this.directory = directory;
  }

  @GetMapping("/notices")
  String notices(
      Caller caller, @RequestParam(required = false) @Nullable String before, Model model) {
    var from = before == null || !NUMBER.matcher(before).matches() ? null : Long.valueOf(before);
    var found = notices.page(caller, from, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("notices", shown);
    model.addAttribute("next", found.size() > ROWS ? shown.getLast().number() : null);
    model.addAttribute("first", from == null);
    model.addAttribute("people", people(caller, shown));
    model.addAttribute("names", names(shown));
    return "notices";
  }

  @GetMapping("/my-messages")
  String messages(Caller caller, Model model) {
    model.addAttribute("messages", messages.to(caller, ROWS));
    return "my-messages";
  }

  /** Whom the caller's organisation still has a relationship with, by id. */
  private Map<String, PersonRow> people(Caller caller, List<Notice> shown) {
    return caller.speaksForPartner()
        ? passports.rows(caller, shown.stream().map(Notice::subject).distinct().toList())
        : Map.of();
  }

  private Object names(List<Notice> shown) {
    return directory.now(
        shown.stream().map(Notice::partner).distinct().toList(),
        shown.stream().map(Notice::roleId).filter(Objects::nonNull).distinct().toList());
  }
}
