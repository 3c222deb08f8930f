package org.icsregistry.projection.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.icsregistry.projection.passport.Everything;
import org.icsregistry.projection.passport.EverythingView;
import org.icsregistry.projection.passport.EverythingView.Said;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything that the registry says about whoever looks (UK GDPR Art. 15 and 20). */
@Controller
@ConditionalOnProperty("registry.front-door.client.id")
class RecordPage {

  private final Everything everything;
  private final DirectoryQueries directory;

  RecordPage(Everything everything, DirectoryQueries directory) {
    this.everything = everything;
    this.directory = directory;
  }

  /**
   * An entry in words.
   *
   * @param organisation by name
   * @param lines what it says
   */
  record Entry(
      long logIndex, Instant recordedAt, String type, String organisation, List<Plain> lines) {}

  @GetMapping("/my-record")
  String record(Caller caller, Model model) {
    var all = everything.about(caller, Viewer.ownId(caller));
    var names =
        directory.partners().stream()
            .collect(Collectors.toMap(Partner::code, RecordPage::name, (one, _) -> one));
    model.addAttribute("all", all);
    model.addAttribute("looks", entries(all, names, RecordPage::isLook));
    model.addAttribute("entries", entries(all, names, said -> !isLook(said)));
    return "my-record";
  }

  @GetMapping("/my-record/download")
  ResponseEntity<EverythingView> download(Caller caller) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-record.json\"")
        .body(everything.about(caller, Viewer.ownId(caller)));
  }

  /** The latest first. */
  private static List<Entry> entries(
      EverythingView all, Map<String, String> names, Function<Said, Boolean> which) {
    return all.events().reversed().stream()
        .filter(which::apply)
        .map(said ->
            new Entry(
                said.logIndex(),
                said.recordedAt(),
                said.type(),
                names.getOrDefault(said.org(), said.org()),
                Plain.of(said.data(), names)))
        .toList();
  }

  private static boolean isLook(Said said) {
    return switch (said.type()) {
      case "DetailsViewed.v1", "PassportViewed.v1", "GlassBroken.v1" -> true;
      default -> false;
    };
  }

  private static String name(Partner partner) {
    return partner.name() == null ? partner.code() : partner.name();
  }
}
