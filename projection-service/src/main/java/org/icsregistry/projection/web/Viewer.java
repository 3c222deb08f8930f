package org.icsregistry.projection.web;

import java.util.Objects;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Who looks at a page.
 *
 * @param name as the sign-in service gives it, for the head of the page
 */
public record Viewer(String name, Caller caller) {

  /** Who signed in; absent while nobody is. */
  static @Nullable Viewer of(@Nullable OidcUser person) {
    if (person == null) {
      return null;
    }
    var caller = Caller.of(person);
    return new Viewer(Objects.requireNonNullElse(person.getFullName(), caller.subject()), caller);
  }

  /**
   * Id of the person who looks at what is about themselves.
   *
   * @throws Refusal unless somebody in the registry has signed in as themselves
   */
  static String ownId(Caller caller) {
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

  /** Whether they see people of an organisation of their own. */
  public boolean coordinates() {
    return Access.allows(caller, Right.SEE_PERSON, Bond.LINKED);
  }

  /** Whether they may look up passports. */
  public boolean readsPassports() {
    return coordinates() || Access.allows(caller, Right.SEE_PSEUDONYM, Bond.NONE);
  }

  /** Whether the audit trail has anything for them. */
  public boolean readsHistory() {
    return Access.everAllows(caller, Right.SEE_OWN_ENTRIES);
  }

  /** Whether they see facts about organisations. */
  public boolean readsDirectory() {
    return Access.everAllows(caller, Right.SEE_DIRECTORY);
  }

  /** Whether something may wait for them in an office. */
  public boolean hasNotices() {
    return Access.allows(caller, Right.SEE_JOURNEYS, Bond.OWN)
        || Access.allows(caller, Right.SEE_JOURNEYS, Bond.NONE);
  }

  /** Whether there is anything they, or people of their organisation, could answer. */
  public boolean seesOpportunities() {
    return coordinates() || ownPassport() != null;
  }

  /** Whether they see figures about many people. */
  public boolean seesFigures() {
    return Access.everAllows(caller, Right.SEE_FIGURES);
  }

  /** Whether they look into what organisations did in emergencies. */
  public boolean overseesLog() {
    return Access.allows(caller, Right.SEE_LOG, Bond.NONE);
  }

  /** Whether they look into who was refused, and what operators did. */
  public boolean overseesAccess() {
    return Access.allows(caller, Right.OVERSEE, Bond.NONE);
  }

  /** Address of their own passport, if they have one. */
  public @Nullable String ownPassport() {
    return caller.person() == null ? null : "/passports/" + caller.person();
  }

  /** Every page knows the viewer. */
  @ControllerAdvice(basePackageClasses = Viewer.class, assignableTypes = ErrorController.class)
  static class OnEveryPage {

    @ModelAttribute("viewer")
    @Nullable Viewer viewer(@AuthenticationPrincipal @Nullable OidcUser person) {
      return Viewer.of(person);
    }
  }
}
