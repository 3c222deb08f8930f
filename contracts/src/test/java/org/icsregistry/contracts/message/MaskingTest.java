package org.icsregistry.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.fixtures.Samples;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.sealing.Opened;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Log lines and exceptions print their arguments, so personal values never print themselves. */
class MaskingTest {

  /** Types whose content is about a person; found by what they hold. */
  static Stream<Class<?>> personal() {
    return Records.all().stream().filter(MaskingTest::holdsPersonalData);
  }

  @Test
  void personalTypes_areFound() {
    assertThat(personal())
        .contains(
            PersonName.class,
            Contact.class,
            CheckFinding.class,
            Holdings.class,
            Holdings.HeldCheck.class)
        .doesNotContain(PersonEvent.VolunteerRegistered.class, Sealed.class);
  }

  @ParameterizedTest
  @MethodSource("personal")
  void toString_masks(Class<?> type) throws ReflectiveOperationException {
    var sample = Samples.of(type, Extent.FULL);
    for (var value : personalValues(type, sample)) {
      assertThat(sample.toString()).as("%s", type).doesNotContain(value);
    }
  }

  @Test
  void toString_masksWhatIsSealedAndOpenedAndKeys() {
    assertThat(new Sealed<>("ciphertext").toString()).doesNotContain("ciphertext");
    assertThat(new Opened.Known<>("Given-name").toString()).doesNotContain("Given-name");
    var key = new SealingKey("person.checks.1", new SecretKeySpec(new byte[32], "AES"));
    assertThat(key.toString()).isEqualTo("SealingKey[person.checks.1]");
  }

  @Test
  void messages_printNoCiphertext() {
    Stream.concat(MessageTypes.EVENTS.values().stream(), MessageTypes.COMMANDS.values().stream())
        .map(type -> Samples.of(type, Extent.FULL))
        .forEach(message -> assertThat(message.toString()).doesNotContain("eyJ"));
  }

  private static boolean holdsPersonalData(Class<?> type) {
    return type == PersonName.class
        || type == Contact.class
        || Stream.of(type.getRecordComponents()).anyMatch(MaskingTest::personal);
  }

  private static boolean personal(RecordComponent component) {
    return Set.of(
                PersonName.class,
                Contact.class,
                CheckFinding.class,
                CheckOutcome.class,
                StatusResult.class)
            .contains(component.getType())
        || (component.getName().equals("dateOfBirth") && component.getType() != Sealed.class);
  }

  /** Every text, date and code that the sample of a personal type is made of. */
  private static List<String> personalValues(Class<?> type, Object sample)
      throws ReflectiveOperationException {
    var values = new ArrayList<String>();
    boolean all = Set.of(PersonName.class, Contact.class, CheckFinding.class).contains(type);
    for (var component : type.getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      var value = component.getAccessor().invoke(sample);
      if (value instanceof Record record) {
        values.addAll(personalValues(record.getClass(), record));
      } else if (all || personal(component)) {
        values.add(String.valueOf(value));
      }
    }
    return values;
  }
}
