package org.icsregistry.contracts.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All message types by name, read off the sealed families: a new record is known without being
 * listed anywhere.
 */
public final class MessageTypes {

  /** Commands by type name, in alphabetical order. */
  public static final Map<String, Class<? extends Command>> COMMANDS = byName(Command.class);

  /** Events by type name, in alphabetical order. */
  public static final Map<String, Class<? extends Event>> EVENTS = byName(Event.class);

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return annotated(type);
        }
      };

  private MessageTypes() {}

  /** Type name of a message, {@code RecordCheck.v1}. */
  public static String nameOf(Class<?> message) {
    return NAMES.get(message);
  }

  public static Optional<Class<? extends Command>> command(String name) {
    return Optional.ofNullable(COMMANDS.get(name));
  }

  public static Optional<Class<? extends Event>> event(String name) {
    return Optional.ofNullable(EVENTS.get(name));
  }

  private static <T> Map<String, Class<? extends T>> byName(Class<T> family) {
    return records(family)
        .collect(
            Collectors.toMap(
                MessageTypes::annotated,
                Function.identity(),
                (a, b) -> {
                  throw new IllegalStateException(a + " and " + b + " share a type name");
                },
                TreeMap::new));
  }

  private static String annotated(Class<?> type) {
    var annotation = type.getAnnotation(MessageType.class);
    if (annotation == null) {
      throw new IllegalArgumentException(type + " carries no @MessageType");
    }
    return annotation.value();
  }

  private static <T> Stream<Class<? extends T>> records(Class<? extends T> type) {
    if (type.isRecord()) {
      return Stream.of(type);
    }
    return Arrays.stream(type.getPermittedSubclasses())
        .flatMap(c -> MessageTypes.<T>records(subclass(c, type)));
  }

  @SuppressWarnings("unchecked") // permitted subclasses are subclasses
  private static <T> Class<? extends T> subclass(Class<?> candidate, Class<? extends T> type) {
    return (Class<? extends T>) candidate.asSubclass(type);
  }
}
