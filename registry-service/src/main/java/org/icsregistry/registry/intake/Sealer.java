package org.icsregistry.registry.intake;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.contracts.signature.SignedCommand;
import org.icsregistry.registry.keys.DataKey;
import org.icsregistry.registry.keys.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces personal values in a command's data by ciphertext under the person's key, before
 * anything else sees them.
 */
@Component
class Sealer {

  /** A component of a command that is sealed. */
  private record Place(String field, String label, Category category, String checkIn) {

    /** What a check is about can make its outcome data of another category. */
    Category category(ObjectNode data) {
      return checkIn.isEmpty()
          ? category
          : CheckCode.valueOf(data.required(checkIn).stringValue()).category();
    }
  }

  private static final ClassValue<List<Place>> PLACES =
      new ClassValue<>() {
        @Override
        protected List<Place> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .filter(c -> c.getType() == Sealed.class)
              .map(c -> place(type, c))
              .toList();
        }
      };

  private final KeyRing keys;

  Sealer(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * The data with ciphertext in place of personal values.
   *
   * @param used receives the keys that were sealed with
   */
  ObjectNode seal(
      Class<? extends Command> type, CommandEnvelope envelope, String subject, List<DataKey> used) {
    var places = PLACES.get(type);
    if (places.isEmpty()) {
      return envelope.data();
    }
    var data = envelope.data().deepCopy();
    for (var place : places) {
      var value = data.get(place.field());
      if (value != null) {
        var key = key(type, place.category(data), subject, used);
        Sealed<Object> sealed =
            SealedValues.seal(
                key.key(), place.label(), envelope.id(), Json.MAPPER.writeValueAsString(value));
        data.put(place.field(), sealed.jwe());
      }
    }
    return data;
  }

  /**
   * The disclosures of a signed command, each under the key of the value it discloses, so that they
   * are erased with it.
   *
   * @param used receives the keys that were sealed with
   * @return compact JWEs, each followed by {@code ~}; nothing when there is nothing personal
   */
  @Nullable String sealDisclosures(
      Class<? extends Command> type,
      CommandEnvelope envelope,
      String subject,
      SignedCommand signed,
      List<DataKey> used) {
    var sealed = new StringBuilder();
    for (var disclosure : signed.disclosures()) {
      var place =
          PLACES.get(type).stream()
              .filter(p -> p.field().equals(disclosure.field()))
              .findFirst()
              .orElseThrow();
      Sealed<String> text =
          SealedValues.seal(
              key(type, place.category(envelope.data()), subject, used).key(),
              place.label() + ".disclosure",
              envelope.id(),
              Json.MAPPER.writeValueAsString(disclosure.text()));
      sealed.append(text.jwe()).append('~');
    }
    return sealed.isEmpty() ? null : sealed.toString();
  }

  private DataKey key(
      Class<? extends Command> type, Category category, String subject, List<DataKey> used) {
    var key = keys.sealingKey(subject, category, type == RegisterVolunteer.class);
    used.add(key);
    return key;
  }

  private static Place place(Class<?> type, RecordComponent component) {
    var as = component.getAnnotation(SealedAs.class);
    if (as == null) {
      throw new IllegalStateException(
          type.getSimpleName() + "." + component.getName() + " carries no @SealedAs");
    }
    return new Place(
        component.getName(),
        type.getSimpleName() + "." + component.getName(),
        as.value(),
        as.checkIn());
  }
}
