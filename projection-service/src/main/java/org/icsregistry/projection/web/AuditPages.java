package org.icsregistry.projection.web;

import static org.icsregistry.projection.audit.AuditQuery.Order.DESC;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.oversight.RefusalFilter;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditEntry;
import org.icsregistry.projection.audit.AuditPage;
import org.icsregistry.projection.audit.AuditQuery;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.icsregistry.projection.history.HistoryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The audit trail, newest first, and each of its entries. */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class AuditPages {

  private static final int ENTRIES = 25;
  private static final Pattern INDEX = Pattern.compile("^[0-9]{1,18}$");

  private final HistoryReader history;
  private final DirectoryQueries directory;
  private final Words words;
  private final TrailStanding standing;

  AuditPages(
      HistoryReader history, DirectoryQueries directory, Words words, TrailStanding standing) {
    this.history = history;
    this.directory = directory;
    this.words = words;
    this.standing = standing;
  }

  /** What the filter asks for; {@code after} goes on behind an entry. */
  record Filter(
      @Nullable String subject,
      @Nullable String org,
      @Nullable String type,
      @Nullable String after) {}

  @GetMapping("/audit")
  String trail(Caller caller, Filter filter, HttpServletRequest request, Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("standing", standing.sentence());
    model.addAttribute("partners", directory.partners());
    model.addAttribute(
        "types",
        MessageTypes.EVENTS.keySet().stream().sorted(Comparator.comparing(words::event)).toList());
    try {
      model.addAttribute("found", history.page(caller, query(filter)));
    } catch (Refusal refusal) {
      RefusalFilter.note(request, refusal);
      model.addAttribute("found", new AuditPage(List.of(), null));
      model.addAttribute("error", refusal.problem().expected());
    }
    return "audit";
  }

  @GetMapping("/audit/{logIndex}")
  String entry(Caller caller, @PathVariable String logIndex, Model model) {
    if (!INDEX.matcher(logIndex).matches()) {
      throw HistoryReader.missing();
    }
    var entry = history.entry(caller, Long.parseLong(logIndex));
    model.addAttribute("entry", entry);
    model.addAttribute("event", indented(entry));
    model.addAttribute(
        "organisation", directory.now(List.of(entry.org()), List.of()).name(entry.org()));
    return "audit-entry";
  }

  private static AuditQuery query(Filter filter) {
    return AuditQuery.of(
        filter.subject(),
        filter.org(),
        filter.type(),
        filter.after(),
        Integer.toString(ENTRIES),
        null,
        DESC);
  }

  private static String indented(AuditEntry entry) {
    return Json.MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(Json.MAPPER.readTree(entry.event()));
  }
}
