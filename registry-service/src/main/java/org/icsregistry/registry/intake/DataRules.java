package org.icsregistry.registry.intake;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import com.networknt.schema.Error;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.message.ApplicationCommand;
import org.icsregistry.contracts.message.CheckCommand.RecordCheck;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.PassportCommand;
import org.icsregistry.contracts.message.PlacementCommand;
import org.icsregistry.contracts.message.VolunteerCommand;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.Problem.FieldError;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.schema.Schemas;
import org.icsregistry.registry.command.CommandContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/**
 * What every command's data must keep to: its schema, no certificate contents, no dates in the
 * future.
 */
@Component
class DataRules {

  private static final int MAX_ERRORS = 20;

  private final Clock clock;

  DataRules(Clock clock) {
    this.clock = clock;
  }

  void check(String name, Class<? extends Command> type, JsonNode data) {
    var errors = errors(name, data);
    if (!errors.isEmpty()) {
      CertificateContent.refuseFields(errors);
      throw violation(name, errors);
    }
    if (aboutAPerson(type)) {
      CertificateContent.refuseTexts(data);
    }
    if (type == RecordCheck.class) {
      FindingRules.check(data);
    }
    var today = LocalDate.now(clock.withZone(CommandContext.ZONE));
    for (var pointer : PastDates.of(type)) {
      var value = data.at(pointer);
      if (value.isString() && LocalDate.parse(value.stringValue()).isAfter(today)) {
        throw new Refusal(
            DATE_IN_FUTURE,
            "at /data" + pointer + " a date up to today, " + today,
            "a later date",
            "correct the date, or send the command when it has happened");
      }
    }
  }

  /** The validator compares numbers as long integers, and gives up on those that are none. */
  private static List<Error> errors(String name, JsonNode data) {
    try {
      return Schemas.validate(name, data);
    } catch (JsonNodeException e) {
      throw new Refusal(
          SCHEMA_VIOLATION,
          "numbers of 64 bits in the data of " + name,
          "one that is far larger",
          "correct the number; GET /v1/schemas/" + name + " shows the schema");
    }
  }

  private static boolean aboutAPerson(Class<? extends Command> type) {
    return VolunteerCommand.class.isAssignableFrom(type)
        || ApplicationCommand.class.isAssignableFrom(type)
        || PlacementCommand.class.isAssignableFrom(type)
        || PassportCommand.class.isAssignableFrom(type);
  }

  /** Says where and what is expected there, and never repeats what came: it may be personal. */
  private static Refusal violation(String name, List<Error> errors) {
    var fields =
        errors.stream()
            .limit(MAX_ERRORS)
            .map(e -> new FieldError("/data" + e.getInstanceLocation(), expectation(e)))
            .toList();
    return new Refusal(
        Problem.of(
            SCHEMA_VIOLATION,
            "data that fits the schema of " + name,
            errors.size()
                + " violation(s), first at "
                + fields.getFirst().pointer()
                + ": "
                + fields.getFirst().expected(),
            "correct the fields listed under errors; GET /v1/schemas/" + name + " shows the schema",
            fields));
  }

  private static String expectation(Error error) {
    var keyword = error.getKeyword();
    var node = error.getSchemaNode();
    return switch (keyword) {
      case "required" -> "required field " + error.getProperty();
      case "additionalProperties" -> "no field " + quoted(error.getProperty());
      case "type",
          "enum",
          "const",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "maxItems" ->
          keyword + " " + node;
      default -> keyword;
    };
  }

  /** A field name comes from outside too; only one that looks like a name is repeated. */
  private static String quoted(@org.jspecify.annotations.Nullable String property) {
    return property != null && property.matches("[A-Za-z][A-Za-z0-9_]{0,39}")
        ? property
        : "of that name";
  }
}
