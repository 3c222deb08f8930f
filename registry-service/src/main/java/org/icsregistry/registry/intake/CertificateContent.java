package org.icsregistry.registry.intake;

import static org.icsregistry.contracts.problem.ProblemCode.CERTIFICATE_CONTENT_REFUSED;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.icsregistry.contracts.problem.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * What a certificate discloses is never stored. Source: DBS code of practice; UK GDPR Art. 10 (no
 * register of convictions).
 */
final class CertificateContent {

  /** Names of fields that smell of it. */
  private static final Pattern FIELD =
      Pattern.compile(
          "convict|caution|offen[cs]e|reprimand|disclos|police|criminal|barredstatus|rawstatus|certificate(number|content|text|scan|image|no)?$");

  /**
   * Words of a certificate in a free text, or the 12 digits of its number. It catches what is
   * pasted in good faith; no pattern stops somebody who wants to get around it.
   */
  private static final Pattern TEXT =
      Pattern.compile(
          "\\bconvict(ed|ions?)\\b|\\b(police )?caution(ed)? for\\b|\\bpolice (caution|records?|information)\\b"
              + "|\\breprimand|\\bcriminal (record|offence)|\\bfound guilty\\b|\\bsentenced\\b"
              + "|\\bbarred lists? (information|status|entry)|\\bdbs certificate (no|number|content|says|shows)"
              + "|\\bcertificate (no\\b|number)|\\b[0-9]{12}\\b",
          Pattern.CASE_INSENSITIVE);

  private CertificateContent() {}

  static void refuseFields(List<Error> errors) {
    errors.stream()
        .filter(e -> "additionalProperties".equals(e.getKeyword()))
        .map(Error::getProperty)
        .filter(p -> p != null && FIELD.matcher(p.toLowerCase(Locale.ROOT)).find())
        .findFirst()
        .ifPresent(_ -> {
          throw refusal("a field that looks like the content of a certificate");
        });
  }

  /** Looks at texts of more than one word; ids and codes are none. */
  static void refuseTexts(JsonNode data) {
    for (var value : data) {
      if (value.isContainer()) {
        refuseTexts(value);
      } else if (value.isString()
          && value.stringValue().strip().contains(" ")
          && TEXT.matcher(value.stringValue()).find()) {
        throw refusal("a text that looks like the content of a certificate");
      }
    }
  }

  private static Refusal refusal(String received) {
    return new Refusal(
        CERTIFICATE_CONTENT_REFUSED,
        "the outcome of a check, its level and its dates",
        received,
        "leave it out: content, number and scan of a certificate are never stored here, only your decision");
  }
}
