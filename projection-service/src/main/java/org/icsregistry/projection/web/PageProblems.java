package org.icsregistry.projection.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.oversight.RefusalFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Refusals as pages in plain words, with the status a system would get. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

  @ExceptionHandler
  String refused(
      Refusal refusal,
      HttpServletRequest request,
      @AuthenticationPrincipal @Nullable OidcUser person,
      HttpServletResponse response,
      Model model) {
    RefusalFilter.note(request, refusal);
    var problem = refusal.problem();
    response.setStatus(problem.status());
    model.addAttribute("viewer", Viewer.of(person));
    model.addAttribute("problem", problem);
    return switch (problem.status()) {
      case 403 -> "error/403";
      case 404 -> "error/404";
      case 503 -> "error/503";
      default -> "error/400";
    };
  }
}
