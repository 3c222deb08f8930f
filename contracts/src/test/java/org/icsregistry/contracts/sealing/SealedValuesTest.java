package org.icsregistry.contracts.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.fixtures.Keys;
import org.icsregistry.contracts.fixtures.Property;
import org.icsregistry.contracts.fixtures.Samples;
import org.icsregistry.contracts.fixtures.Samples.Extent;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.sealing.Opened.Erased;
import org.icsregistry.contracts.sealing.Opened.Known;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SealedValuesTest {

  private static final PersonName NAME = new PersonName("Given-name", "Family-name");

  private final Keys keys = new Keys();
  private final SealingKey key = keys.make("person.checks.1");

  @Test
  void open_givesWhatWasSealed() {
    opensAgain(Samples.of(PersonName.class, Extent.FULL), "name");
    opensAgain(Samples.of(Contact.class, Extent.FULL), "contact");
    opensAgain(Samples.of(Contact.class, Extent.REQUIRED), "contact");
    opensAgain(Samples.of(CheckFinding.class, Extent.FULL), "finding");
    opensAgain(LocalDate.of(1987, 5, 4), "dateOfBirth");
    opensAgain(StatusResult.NOT_CURRENT, "result");
  }

  @Test
  void seal_neverGivesTheSameCiphertextTwice() {
    assertThat(name()).isNotEqualTo(name());
  }

  @Test
  void seal_showsKeyFieldAndCommandInTheHeader_andNothingElse() {
    var header = Json.MAPPER.readTree(decoded(part(name(), 0)));
    assertThat(header)
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"alg":"dir","enc":"A256GCM","kid":"person.checks.1",\
                "fld":"VolunteerRegistered.name","cmd":"command-1"}\
                """));
  }

  @Test
  void open_saysErased_whenTheKeyIsDestroyed() {
    var sealed = name();
    keys.destroy("person.checks.1");
    assertThat(open(sealed)).isEqualTo(new Erased<PersonName>());
    assertThat(open(sealed).toOptional()).isEmpty();
  }

  @Test
  void open_refuses_whenTheKeyIsAnother() {
    var sealed = name();
    keys.destroy("person.checks.1");
    var other = keys.make("person.checks.2");
    KeySource wrong = _ -> keys.key(other.kid());
    assertThatThrownBy(() -> SealedValues.open(sealed, PersonName.class, wrong))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("does not open");
  }

  @Test
  void open_refuses_whenItStandsInAnotherComponent() {
    Sealed<PersonName> sealed = name();
    assertThat(SealedValues.open(sealed, "name", PersonName.class, keys)).isInstanceOf(Known.class);
    assertThatThrownBy(() -> SealedValues.open(sealed, "contact", PersonName.class, keys))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("moved");
    assertThatThrownBy(() -> SealedValues.open(sealed, "ame", PersonName.class, keys))
        .isInstanceOf(SealingException.class);
  }

  @Test
  void open_refuses_whenTheHeaderIsRewritten() {
    keys.make("somebody-else.checks.1");
    for (var attribute : new String[] {"kid", "fld", "cmd"}) {
      var header = (ObjectNode) Json.MAPPER.readTree(decoded(part(name(), 0)));
      header.put(attribute, attribute.equals("kid") ? "somebody-else.checks.1" : "Other.name");
      var moved = with(name(), 0, encoded(header.toString()));
      assertThatThrownBy(() -> open(moved)).as(attribute).isInstanceOf(SealingException.class);
    }
  }

  @Test
  void open_refuses_whenTheHeaderNamesNoKey() {
    var header = (ObjectNode) Json.MAPPER.readTree(decoded(part(name(), 0)));
    header.remove("kid");
    var nameless = with(name(), 0, encoded(header.toString()));
    assertThatThrownBy(() -> open(nameless)).isInstanceOf(SealingException.class);
    assertThatThrownBy(() -> SealedValues.keyId(nameless)).isInstanceOf(SealingException.class);
  }

  @Test
  void open_givesNothingElse_whenCiphertextIsDamaged() {
    Property.forAll(
        500,
        random -> {
          var jwe = new StringBuilder(name().jwe());
          jwe.setCharAt(random.nextInt(jwe.length()), (char) ('!' + random.nextInt(90)));
          Sealed<PersonName> damaged = new Sealed<>(jwe.toString());
          try {
            switch (open(damaged)) {
              // Two spellings of the same bytes, as base64 has them.
              case Known<PersonName>(PersonName name) -> assertThat(name).isEqualTo(NAME);
              // A key id that was hit names a key that is not there.
              case Erased<PersonName>() ->
                  assertThat(SealedValues.keyId(damaged)).isNotEqualTo(key.kid());
            }
          } catch (SealingException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void open_neverQuotesTheValue_whenItIsOfAnotherType() {
    Sealed<LocalDate> sealed =
        SealedValues.seal(key, "VolunteerRegistered.dateOfBirth", "command-1", "\"1987-05-04x\"");
    assertThatThrownBy(() -> SealedValues.open(sealed, LocalDate.class, keys))
        .isInstanceOf(SealingException.class)
        .hasNoCause()
        .hasMessageNotContaining("1987");
  }

  @Test
  void keyId_isReadWithoutTheKey() {
    keys.destroy("person.checks.1");
    assertThat(SealedValues.keyId(name())).isEqualTo("person.checks.1");
    assertThatThrownBy(() -> SealedValues.keyId(new Sealed<>("not a JWE")))
        .isInstanceOf(SealingException.class);
  }

  private Sealed<PersonName> name() {
    return SealedValues.seal(
        key, "VolunteerRegistered.name", "command-1", Json.MAPPER.writeValueAsString(NAME));
  }

  private Opened<PersonName> open(Sealed<PersonName> sealed) {
    return SealedValues.open(sealed, PersonName.class, keys);
  }

  private <T> void opensAgain(T value, String component) {
    @SuppressWarnings("unchecked") // the class of a T
    var type = (Class<T>) value.getClass();
    Sealed<T> sealed =
        SealedValues.seal(
            key, "Sample." + component, "command-1", Json.MAPPER.writeValueAsString(value));
    assertThat(sealed.jwe())
        .doesNotContain("name")
        .matches("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){4}$");
    assertThat(SealedValues.open(sealed, component, type, keys)).isEqualTo(new Known<>(value));
    assertThat(SealedValues.open(sealed, type, keys).toOptional()).contains(value);
  }

  private static String part(Sealed<?> sealed, int index) {
    return sealed.jwe().split("\\.", -1)[index];
  }

  private static Sealed<PersonName> with(Sealed<?> sealed, int index, String part) {
    var parts = sealed.jwe().split("\\.", -1);
    parts[index] = part;
    return new Sealed<>(String.join(".", parts));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
