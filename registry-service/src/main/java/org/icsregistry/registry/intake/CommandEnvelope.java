package org.icsregistry.registry.intake;

import static org.icsregistry.contracts.problem.ProblemCode.INVALID_ENVELOPE;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The CloudEvents 1.0 attributes of a command, checked one by one. Unknown extensions are ignored,
 * as the standard asks.
 */
record CommandEnvelope(
    String id,
    String type,
    String organisation,
    @Nullable String subject,
    @Nullable String actor,
    @Nullable String correlationId,
    @Nullable String evidence,
    ObjectNode data) {

  private static final Predicate<String> VERSION = pattern("1\\.0");
  private static final Predicate<String> SOURCE = pattern("urn:org:.+");
  private static final Predicate<String> JSON = pattern("application/json(;.*)?");
  private static final Predicate<String> ID = pattern("[A-Za-z0-9._:-]{1,64}");
  private static final Predicate<String> TYPE = pattern("[A-Z][A-Za-z]{1,60}\\.v[0-9]{1,4}");
  private static final Predicate<String> OTHER_SUBJECT =
      pattern(String.join("|", Format.ORGANISATION, Format.ROLE, Format.SURGE, Format.PROGRAMME));
  private static final Predicate<String> ORGANISATION = pattern(Format.ORGANISATION);
  private static final Predicate<String> EVIDENCE = pattern("[A-Za-z0-9_~.-]{1,24000}");
  private static final String ID_TEXT =
      "1 to 64 letters, digits, dots, colons, hyphens or underscores";

  static CommandEnvelope of(JsonNode node) {
    if (!(node instanceof ObjectNode envelope)) {
      throw invalid("", "a JSON object with the CloudEvents attributes", describe(node));
    }
    required(envelope, "specversion", VERSION, "\"1.0\"");
    var source = required(envelope, "source", SOURCE, "urn:org:<your organisation's code>");
    var organisation = Source.organisation(source);
    if (!ORGANISATION.test(organisation)) {
      throw invalid("source", "urn:org:<ODS code, GB-CHC-… or GB-COH-…>", "another text");
    }
    optional(envelope, "datacontenttype", JSON, "application/json");
    return new CommandEnvelope(
        required(envelope, "id", ID, ID_TEXT),
        required(envelope, "type", TYPE, "a command type with its version, such as RecordCheck.v1"),
        organisation,
        optional(
            envelope,
            "subject",
            CommandEnvelope::isSubject,
            "a person's UUID, an organisation's code, or the id of a role, an opportunity, a surge"
                + " or a programme"),
        optional(
            envelope,
            "actor",
            ID,
            "a pseudonym of " + ID_TEXT + "; never a name or an e-mail address"),
        optional(envelope, "correlationid", ID, ID_TEXT),
        optional(envelope, "evidence", EVIDENCE, "an SD-JWT that signs this command"),
        data(envelope));
  }

  private static boolean isSubject(String text) {
    return Format.isUuid(text) || OTHER_SUBJECT.test(text);
  }

  private static Predicate<String> pattern(String text) {
    return Pattern.compile(text).asMatchPredicate();
  }

  private static ObjectNode data(ObjectNode envelope) {
    if (!(envelope.get("data") instanceof ObjectNode data)) {
      throw invalid("data", "a JSON object", describe(envelope.get("data")));
    }
    return data;
  }

  private static String required(
      ObjectNode envelope, String name, Predicate<String> format, String expected) {
    var value = optional(envelope, name, format, expected);
    if (value == null) {
      throw invalid(name, expected, "nothing");
    }
    return value;
  }

  private static @Nullable String optional(
      ObjectNode envelope, String name, Predicate<String> format, String expected) {
    var value = envelope.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString() || !format.test(value.stringValue())) {
      throw invalid(name, expected, describe(value));
    }
    return value.stringValue();
  }

  /** Kind and size of what came, never the text itself: it may be a name in the wrong place. */
  private static String describe(@Nullable JsonNode node) {
    if (node == null) {
      return "nothing";
    }
    return node.isString()
        ? "a text of " + node.stringValue().length() + " characters that does not fit"
        : "JSON of type " + node.getNodeType();
  }

  private static Refusal invalid(String attribute, String expected, String received) {
    return new Refusal(
        INVALID_ENVELOPE,
        (attribute.isEmpty() ? "" : "attribute " + attribute + ": ") + expected,
        received,
        "correct the envelope; docs/partner-guide.md shows a whole one");
  }
}
