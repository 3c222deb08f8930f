package org.icsregistry.onboarding.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The last journey of a page. A text that callers give back as they got it. */
record Cursor(String partner, String subject, String roleId) {

  private static final Cursor START = new Cursor("", "", "");

  static Cursor of(JourneyView last) {
    return new Cursor(last.partner(), last.subject(), last.roleId());
  }

  static Cursor parse(@Nullable String text) {
    if (text == null) {
      return START;
    }
    try {
      var parts = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", -1));
      if (parts.size() == 3) {
        return new Cursor(parts.get(0), parts.get(1), parts.get(2));
      }
    } catch (IllegalArgumentException e) {
      throw refusal();
    }
    throw refusal();
  }

  @Override
  public String toString() {
    var text = String.join("\n", partner, subject, roleId);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static Refusal refusal() {
    return new Refusal(
        ProblemCode.INVALID_PARAMETER,
        "after as it stood in next of the page before",
        "another text",
        "leave after out to begin with the first page");
  }
}
