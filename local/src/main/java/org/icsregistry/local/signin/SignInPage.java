package org.icsregistry.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page with one button per demonstration person. */
@RestController
class SignInPage {

  private static final String PROBLEM =
      """
      <div class="problem" role="alert" aria-labelledby="problem-title">
        <h2 id="problem-title">There is a problem</h2>
        <p>This service does not know that person. Choose one from the list below.</p>
      </div>
      """;

  private final SignInSettings settings;
  private final String template;
  private final String style;

  SignInPage(SignInSettings settings) throws IOException {
    this.settings = settings;
    this.template = new ClassPathResource("signin/page.html").getContentAsString(UTF_8);
    this.style = new ClassPathResource("signin/sign-in.css").getContentAsString(UTF_8);
  }

  @GetMapping("/")
  ResponseEntity<Void> frontDoor() {
    return ResponseEntity.status(302).header("Location", settings.frontDoor()).build();
  }

  @GetMapping(SignInRules.PAGE)
  ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
    boolean refused = request.getParameter("error") != null;
    String html =
        template
            .replace("{{title}}", refused ? "Error: Sign in" : "Sign in")
            .replace("{{problem}}", refused ? PROBLEM : "")
            .replace("{{people}}", people())
            .replace("{{csrf-name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
            .replace("{{csrf-value}}", HtmlUtils.htmlEscape(csrf.getToken()));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(html);
  }

  @GetMapping("/sign-in.css")
  ResponseEntity<String> style() {
    return ResponseEntity.ok().contentType(new MediaType("text", "css", UTF_8)).body(style);
  }

  private String people() {
    return DemonstrationPerson.all(settings.host()).stream()
        .map(SignInPage::button)
        .collect(Collectors.joining());
  }

  private static String button(DemonstrationPerson person) {
    return """
    <li><button type="submit" name="person" value="%s">%s</button></li>
    """
        .formatted(HtmlUtils.htmlEscape(person.id()), HtmlUtils.htmlEscape(person.job()));
  }
}
