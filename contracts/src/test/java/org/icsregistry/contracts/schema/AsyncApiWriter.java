package org.icsregistry.contracts.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.problem.ProblemCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes the AsyncAPI document: the frame, which names topics and envelopes, and in it every
 * message type with its schema by reference.
 */
final class AsyncApiWriter {

  static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private final ObjectNode document;

  AsyncApiWriter() throws IOException {
    var frame = Path.of("src/test/resources/asyncapi/frame.yaml");
    document = (ObjectNode) YAML.readTree(Files.readAllBytes(frame));
  }

  /** The whole document. */
  String document() {
    var codes =
        ((ObjectNode) document.at("/components/schemas/Problem/properties/code")).putArray("enum");
    Stream.of(ProblemCode.values()).map(ProblemCode::name).forEach(codes::add);
    add("log", "event", "EventEnvelope", MessageTypes.EVENTS);
    add("commands", "command", "CommandEnvelope", MessageTypes.COMMANDS);
    addEventsToFeed();
    return YAML.writeValueAsString(document);
  }

  private void add(String channel, String kind, String envelope, Map<String, ?> types) {
    var messages = (ObjectNode) document.at("/components/messages");
    var listed = ((ObjectNode) document.at("/channels/" + channel)).putObject("messages");
    for (var type : types.keySet()) {
      listed.putObject(type).put("$ref", "#/components/messages/" + type);
      messages.set(type, message(type, kind, envelope));
    }
  }

  /** Any entry of the log may be told to a partner. */
  private void addEventsToFeed() {
    var listed = (ObjectNode) document.at("/channels/feed/messages");
    for (var type : MessageTypes.EVENTS.keySet()) {
      listed.putObject(type).put("$ref", "#/components/messages/" + type);
    }
  }

  private static ObjectNode message(String type, String kind, String envelope) {
    var message = JsonMapper.shared().createObjectNode();
    message.put("name", type);
    message.put("title", title(type));
    message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + kind);
    var parts = message.putObject("payload").putArray("allOf");
    parts.addObject().put("$ref", "#/components/schemas/" + envelope);
    var properties = parts.addObject().put("type", "object").putObject("properties");
    properties.putObject("type").put("const", type);
    properties.putObject("data").put("$ref", "./schemas/" + kind + "s/" + type + ".json");
    return message;
  }

  /** {@code CheckRecorded.v1} as words. */
  private static String title(String type) {
    var name = type.substring(0, type.indexOf('.'));
    var words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
