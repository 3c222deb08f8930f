package org.icsregistry.contracts.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 problem details. No text of it holds personal data, so it may be logged and
 * passed on.
 *
 * @param type a URN made of the code
 * @param detail what was expected, what came and what to do, as one text
 * @param errors places in the data that are wrong, for a schema violation
 */
public record Problem(
    String type,
    String title,
    int status,
    ProblemCode code,
    String detail,
    String expected,
    String received,
    String remedy,
    @Nullable List<FieldError> errors) {

  /** Media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * @param pointer JSON pointer into the envelope
   * @param expected what would be valid there
   */
  public record FieldError(String pointer, String expected) {}

  public static Problem of(ProblemCode code, String expected, String received, String remedy) {
    return of(code, expected, received, remedy, null);
  }

  public static Problem of(
      ProblemCode code,
      String expected,
      String received,
      String remedy,
      @Nullable List<FieldError> errors) {
    var detail =
        "Expected: " + expected + ". Received: " + received + ". What to do: " + remedy + ".";
    return new Problem(
        "urn:ics-registry:problem:" + code.name(),
        code.title(),
        code.status(),
        code,
        detail,
        expected,
        received,
        remedy,
        errors);
  }
}
