package org.icsregistry.contracts.sealing;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields of a message hold personal values. */
public final class SealedFields {

  private static final ClassValue<Set<String>> FIELDS =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> message) {
          return Stream.of(message.getRecordComponents())
              .filter(c -> c.getType() == Sealed.class)
              .map(RecordComponent::getName)
              .collect(Collectors.toUnmodifiableSet());
        }
      };

  private SealedFields() {}

  /** Names of the sealed components of a message type. */
  public static Set<String> of(Class<?> message) {
    return FIELDS.get(message);
  }
}
