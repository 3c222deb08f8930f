package org.icsregistry.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may stand in a message, and what may stand in the log only as ciphertext. */
class MessageShapeTest {

  private static final Set<Class<?>> SCALARS =
      Set.of(
          String.class,
          LocalDate.class,
          Instant.class,
          int.class,
          Integer.class,
          long.class,
          boolean.class,
          Boolean.class);

  /** Direct identifiers and outcomes of checks: these types only inside a sealed value. */
  private static final Set<Class<?>> PERSONAL_TYPES =
      Set.of(
          PersonName.class,
          Contact.class,
          CheckFinding.class,
          CheckOutcome.class,
          StatusResult.class);

  /** Words that a plain component of an event about a person does not have in its name. */
  private static final List<String> PERSONAL_WORDS =
      List.of(
          "name",
          "given",
          "family",
          "surname",
          "birth",
          "email",
          "mail",
          "mobile",
          "phone",
          "contact",
          "address",
          "postcode",
          "gender",
          "ethnic",
          "nhsnumber",
          "nino",
          "certificate",
          "conviction",
          "outcome",
          "finding",
          "result",
          "disclos",
          "diagnos",
          "note",
          "comment",
          "text");

  static Stream<Class<?>> messages() {
    return Stream.concat(families(Command.class), families(Event.class));
  }

  static Stream<Class<?>> eventsAboutPersons() {
    return families(Event.class)
        .filter(e -> !PartnerEvent.class.isAssignableFrom(e))
        .filter(e -> !OpportunityEvent.class.isAssignableFrom(e))
        .filter(e -> !RoleEvent.class.isAssignableFrom(e))
        .filter(e -> !SurgeEvent.class.isAssignableFrom(e))
        .filter(e -> !ProgrammeEvent.class.isAssignableFrom(e));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void message_hasATypeNameWithAVersion(Class<?> message) {
    assertThat(message.isRecord()).isTrue();
    assertThat(message.getAnnotation(MessageType.class)).isNotNull();
    assertThat(MessageTypes.nameOf(message)).matches("[A-Z][A-Za-z]+\\.v[1-9][0-9]*");
  }

  @Test
  void registry_knowsEveryMessage() {
    assertThat(
            Stream.concat(
                MessageTypes.COMMANDS.values().stream(), MessageTypes.EVENTS.values().stream()))
        .containsExactlyInAnyOrderElementsOf(messages().<Class<?>>map(m -> m).toList());
    assertThat(MessageTypes.COMMANDS.keySet())
        .doesNotContainAnyElementsOf(MessageTypes.EVENTS.keySet());
    assertThat(MessageTypes.command("RecordCheck.v1")).contains(CheckCommand.RecordCheck.class);
    assertThat(MessageTypes.event("CheckRecorded.v1")).contains(CheckEvent.CheckRecorded.class);
    assertThat(MessageTypes.event("RecordCheck.v1")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void message_isMadeOfPlainTypesOnly(Class<?> message) {
    components(message)
        .forEach(c -> assertThat(allowed(c.getGenericType())).as("%s of %s", c, message).isTrue());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void sealedComponent_saysUnderWhichKey(Class<?> message) {
    components(message)
        .forEach(c ->
            assertThat(c.isAnnotationPresent(SealedAs.class))
                .as("%s of %s", c, message)
                .isEqualTo(c.getType() == Sealed.class));
  }

  @ParameterizedTest
  @MethodSource("eventsAboutPersons")
  void event_holdsPersonalDataOnlySealed(Class<?> event) {
    components(event)
        .filter(c -> c.getType() != Sealed.class)
        .forEach(c -> {
          var name = c.getName().toLowerCase(Locale.ROOT);
          assertThat(PERSONAL_TYPES).as("%s of %s", c, event).doesNotContain(c.getType());
          assertThat(PERSONAL_WORDS).as("%s of %s", c, event).noneMatch(name::contains);
        });
  }

  /** All components, those of nested records too. */
  private static Stream<RecordComponent> components(Class<?> type) {
    var found = new ArrayList<RecordComponent>();
    for (var component : type.getRecordComponents()) {
      found.add(component);
      nested(component.getGenericType()).forEach(r -> components(r).forEach(found::add));
    }
    return found.stream();
  }

  /** Records that stand plainly in a component of this type. */
  private static Stream<Class<?>> nested(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? nested(generic.getActualTypeArguments()[0])
          : Stream.empty();
    }
    var raw = (Class<?>) type;
    return raw.isRecord() ? Stream.of(raw) : subtypes(raw).filter(Class::isRecord);
  }

  private static boolean allowed(Type type) {
    if (type instanceof ParameterizedType generic) {
      return List.of(List.class, Sealed.class).contains(generic.getRawType())
          && allowed(generic.getActualTypeArguments()[0]);
    }
    var raw = (Class<?>) type;
    return SCALARS.contains(raw) || raw.isEnum() || raw.isRecord() || raw.isSealed();
  }

  private static Stream<Class<?>> families(Class<?> type) {
    return type.isRecord() ? Stream.of(type) : subtypes(type).flatMap(MessageShapeTest::families);
  }

  private static Stream<Class<?>> subtypes(Class<?> type) {
    return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.empty();
  }
}
