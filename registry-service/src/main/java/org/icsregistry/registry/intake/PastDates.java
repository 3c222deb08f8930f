package org.icsregistry.registry.intake;

import jakarta.validation.constraints.PastOrPresent;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.sealing.Sealed;

/**
 * Where in a command's data the dates stand that may not lie in the future, read off {@link
 * PastOrPresent}.
 */
final class PastDates {

  private static final ClassValue<List<String>> POINTERS =
      new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
          return pointers(type, "").toList();
        }
      };

  private PastDates() {}

  /** JSON pointers into the data. */
  static List<String> of(Class<?> command) {
    return POINTERS.get(command);
  }

  private static Stream<String> pointers(Class<?> type, String prefix) {
    return Stream.of(type.getRecordComponents())
        .flatMap(c -> pointers(c, prefix + "/" + c.getName()));
  }

  private static Stream<String> pointers(RecordComponent component, String pointer) {
    var type = component.getAnnotatedType();
    if (component.getType() == Sealed.class && type instanceof AnnotatedParameterizedType sealed) {
      return inside(sealed.getAnnotatedActualTypeArguments()[0], pointer);
    }
    return type.isAnnotationPresent(PastOrPresent.class) ? Stream.of(pointer) : Stream.empty();
  }

  private static Stream<String> inside(AnnotatedType content, String pointer) {
    if (content.isAnnotationPresent(PastOrPresent.class)) {
      return Stream.of(pointer);
    }
    return content.getType() instanceof Class<?> record && record.isRecord()
        ? pointers(record, pointer)
        : Stream.empty();
  }
}
