package org.icsregistry.contracts.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.icsregistry.contracts.message.MessageTypes;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schemas (draft 2020-12) of all messages, generated from the records and committed beside
 * them. Commands are validated strictly on intake; events are described for those who read the log.
 */
public final class Schemas {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Map<String, Schema> COMMANDS = new ConcurrentHashMap<>();

  private Schemas() {}

  /** The schema's text by type name, for a command or an event. */
  public static Optional<String> text(String type) {
    if (MessageTypes.COMMANDS.containsKey(type)) {
      return Optional.of(read("commands", type));
    }
    return MessageTypes.EVENTS.containsKey(type)
        ? Optional.of(read("events", type))
        : Optional.empty();
  }

  /** What is wrong with a command's data; empty when it is valid. */
  public static List<Error> validate(String commandType, JsonNode data) {
    var schema =
        COMMANDS.computeIfAbsent(
            commandType, type -> REGISTRY.getSchema(read("commands", type), InputFormat.JSON));
    return schema.validate(
        data, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
  }

  private static String read(String kind, String type) {
    var path = "/schemas/" + kind + "/" + type + ".json";
    try (InputStream in = Schemas.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "The schema " + path + " is missing from the contracts module");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
