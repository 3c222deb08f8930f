package org.icsregistry.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.kit.fixture.Hostile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spoils good commands: their JSON here and there, or their bytes. The same seed spoils alike. */
final class Mutations {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS = Hostile.all().toList();
  private static final List<String> NAMES = Hostile.all().filter(t -> t.length() < 200).toList();
  private static final List<String> TOKENS =
      List.of(
          "[".repeat(600),
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "1e999999999",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\ufeff",
          "//",
          "NaN",
          "'");

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A copy with one to three places changed; still JSON, and within what a reader takes. */
  ObjectNode spoiled(ObjectNode good) {
    var copy = good.deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      var containers = new ArrayList<JsonNode>();
      collect(copy, containers);
      switch (oneOf(containers)) {
        case ObjectNode object -> spoil(object);
        case ArrayNode array -> spoil(array);
        default -> throw new AssertionError();
      }
    }
    return copy;
  }

  /** The bytes with one to eight of them changed, cut out, doubled or put in. */
  byte[] spoiledBytes(ObjectNode good) {
    var bytes = Json.MAPPER.writeValueAsBytes(oneIn(2) ? spoiled(good) : good);
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes = spoil(bytes);
    }
    return bytes;
  }

  /** A token with letters changed, cut out, or exchanged with another's. */
  String spoiledToken(String good) {
    var text = new StringBuilder(good);
    for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) ('!' + random.nextInt(94)));
        case 1 -> text.deleteCharAt(at);
        case 2 ->
            text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private void spoil(ObjectNode object) {
    if (object.isEmpty() || oneIn(10)) {
      object.set(oneOf(NAMES), value());
      return;
    }
    var name = oneOf(List.copyOf(object.propertyNames()));
    switch (random.nextInt(8)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + random.nextInt(9), object.remove(name));
      case 2 -> object.set(name, JSON.arrayNode().add(object.get(name)));
      case 3 -> object.set(name, object.deepCopy());
      default -> object.set(name, value());
    }
  }

  private void spoil(ArrayNode array) {
    switch (random.nextInt(3)) {
      case 0 -> array.removeAll();
      case 1 -> array.add(value());
      default -> array.addAll(array.deepCopy());
    }
  }

  private JsonNode value() {
    return switch (random.nextInt(12)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(new java.math.BigDecimal("1e" + random.nextInt(900)));
      case 4 -> JSON.numberNode(-1);
      case 5 -> JSON.arrayNode();
      case 6 -> JSON.objectNode();
      case 7 -> nested(1 + random.nextInt(6));
      default -> JSON.stringNode(oneOf(TEXTS));
    };
  }

  private static JsonNode nested(int depth) {
    JsonNode inside = JSON.arrayNode();
    for (int i = 0; i < depth; i++) {
      inside = JSON.arrayNode().add(inside);
    }
    return inside;
  }

  private byte[] spoil(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
      case 1 -> joined(bytes, at, new byte[0], to);
      case 2 -> joined(bytes, to, java.util.Arrays.copyOfRange(bytes, at, to), to);
      case 3 -> java.util.Arrays.copyOf(bytes, at);
      default -> joined(bytes, at, oneOf(TOKENS).getBytes(UTF_8), at);
    };
  }

  /** What is before one place, something else, and what is from another place on. */
  private static byte[] joined(byte[] bytes, int before, byte[] between, int from) {
    var all = new byte[before + between.length + bytes.length - from];
    System.arraycopy(bytes, 0, all, 0, before);
    System.arraycopy(between, 0, all, before, between.length);
    System.arraycopy(bytes, from, all, before + between.length, bytes.length - from);
    return all;
  }
}
