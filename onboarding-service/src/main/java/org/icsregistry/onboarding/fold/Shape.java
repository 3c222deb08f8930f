package org.icsregistry.onboarding.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a record looks like as JSON: names and types of all that it is made of. */
final class Shape {

  private final TreeMap<String, String> parts = new TreeMap<>();

  private Shape() {}

  /** Changes whenever a component of one of them, however deep, is added, removed or renamed. */
  static String of(Class<?>... roots) {
    var shape = new Shape();
    Stream.of(roots).forEach(shape::add);
    return sha256(shape.parts.toString());
  }

  private void add(Type type) {
    switch (type) {
      case Class<?> c when c.isEnum() -> {}
      case Class<?> c when c.isSealed() -> Set.of(c.getPermittedSubclasses()).forEach(this::add);
      case Class<?> c when c.isRecord() && !parts.containsKey(c.getName()) -> record(c);
      case ParameterizedType p -> Stream.of(p.getActualTypeArguments()).forEach(this::add);
      case WildcardType w -> Stream.of(w.getUpperBounds()).forEach(this::add);
      default -> {}
    }
  }

  private void record(Class<?> type) {
    var components = type.getRecordComponents();
    var described = new StringBuilder();
    for (var component : components) {
      described.append(component.getName()).append(':');
      described.append(component.getGenericType().getTypeName()).append(',');
    }
    parts.put(type.getName(), described.toString());
    for (var component : components) {
      add(component.getGenericType());
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }
}
