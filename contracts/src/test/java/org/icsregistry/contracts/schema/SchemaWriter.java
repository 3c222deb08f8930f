package org.icsregistry.contracts.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.time.Instant;
import java.time.LocalDate;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.sealing.Sealed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the JSON Schema of a message from its record: strict for commands, with ciphertext in
 * place of sealed values for events.
 */
final class SchemaWriter {

  private static final String JWE =
      "^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$";

  private final SchemaGenerator commands = new SchemaGenerator(config(false).build());
  private final SchemaGenerator events = new SchemaGenerator(config(true).build());

  /** The schema as pretty-printed JSON with a final newline. */
  String schema(Class<?> message) {
    var generator = Command.class.isAssignableFrom(message) ? commands : events;
    ObjectNode node = generator.generateSchema(message);
    var named = Json.MAPPER.createObjectNode();
    named.set("$schema", node.get("$schema"));
    named.put("$id", "urn:ics-registry:schema:" + MessageTypes.nameOf(message));
    node.properties().forEach(e -> named.set(e.getKey(), e.getValue()));
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(named) + "\n";
  }

  private static SchemaGeneratorConfigBuilder config(boolean sealed) {
    var builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonSchemaModule())
            .with(new JakartaValidationModule(JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
            .with(
                Option.INLINE_ALL_SCHEMAS,
                Option.FLATTENED_ENUMS,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            .with(Option.SCHEMA_VERSION_INDICATOR);
    builder
        .forFields()
        .withRequiredCheck(SchemaWriter::required)
        .withStringMaxLengthResolver(f -> plainString(f) ? 200 : null)
        .withArrayMaxItemsResolver(
            f -> f.isContainerType() && !f.isFakeContainerItemScope() ? 200 : null);
    builder
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> sealed ? ciphertext(type, context) : plaintext(type, context))
        .withCustomDefinitionProvider(SchemaWriter::date);
    return builder;
  }

  private static boolean required(FieldScope field) {
    var member = field.getRawMember();
    return !member.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean plainString(FieldScope field) {
    return field.getType() != null && field.getType().getErasedType() == String.class;
  }

  private static com.github.victools.jsonschema.generator.@Nullable CustomDefinition ciphertext(
      ResolvedType type, SchemaGenerationContext context) {
    if (type.getErasedType() != Sealed.class) {
      return null;
    }
    var node = context.getGeneratorConfig().createObjectNode();
    node.put("type", "string");
    node.put("pattern", JWE);
    node.put("description", "Compact JWE; opens with the person's key");
    return new com.github.victools.jsonschema.generator.CustomDefinition(node, true);
  }

  private static com.github.victools.jsonschema.generator.@Nullable CustomDefinition plaintext(
      ResolvedType type, SchemaGenerationContext context) {
    if (type.getErasedType() != Sealed.class) {
      return null;
    }
    var inside = type.typeParametersFor(Sealed.class).get(0);
    return new com.github.victools.jsonschema.generator.CustomDefinition(
        context.createStandardDefinition(inside, null), true);
  }

  private static com.github.victools.jsonschema.generator.@Nullable CustomDefinition date(
      ResolvedType type, SchemaGenerationContext context) {
    var date = type.getErasedType();
    if (date != LocalDate.class && date != Instant.class) {
      return null;
    }
    var node = context.getGeneratorConfig().createObjectNode();
    node.put("type", "string");
    node.put("format", date == Instant.class ? "date-time" : "date");
    return new com.github.victools.jsonschema.generator.CustomDefinition(node, true);
  }
}
