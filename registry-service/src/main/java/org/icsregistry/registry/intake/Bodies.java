package org.icsregistry.registry.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Bytes from outside, never more than allowed. */
final class Bodies {

  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private Bodies() {}

  static byte[] read(HttpServletRequest request, int limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    var body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw tooLarge(limit);
    }
    return body;
  }

  /**
   * The id of a command that is refused before its envelope is read, so that the sender can match
   * the result.
   */
  static @Nullable String id(JsonNode item) {
    var id = item.path("id");
    return id.isString() && PSEUDONYM.matcher(id.stringValue()).matches() ? id.stringValue() : null;
  }

  /**
   * A token's subject may become the actor in the log only if it cannot be a name or an address.
   */
  static @Nullable String pseudonym(@Nullable String subject) {
    return subject != null && PSEUDONYM.matcher(subject).matches() ? subject : null;
  }

  private static Refusal tooLarge(int limit) {
    return new Refusal(
        ProblemCode.BODY_TOO_LARGE,
        "a body of at most " + limit + " bytes",
        "a larger one",
        "send less at once; an entry of the log holds at most 65,535 bytes");
  }
}
