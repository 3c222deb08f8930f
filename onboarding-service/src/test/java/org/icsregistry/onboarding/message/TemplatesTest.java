package org.icsregistry.onboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

  private static final Map<String, String> VALUES =
      Map.of("given", "Ada", "partner", "The Christie", "role", "Mealtime companion");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  static Stream<Arguments> letters() {
    return Templates.LANGUAGES.stream()
        .flatMap(l -> Stream.of(MessageKind.values()).map(k -> Arguments.of(l, k)));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void every_letter_is_whole_and_its_subject_line_names_nobody(String language, MessageKind kind) {
    var mail = Templates.render(kind, language, VALUES, DAY);

    assertThat(mail.language()).isEqualTo(language);
    assertThat(mail.version()).isPositive();
    assertThat(mail.text()).contains("Ada", "The Christie").doesNotContain("{", "}");
    assertThat(mail.subject())
        .isNotBlank()
        .doesNotContain("{", "}", "Ada", "Christie", "companion");
  }

  @Test
  void a_region_does_not_matter_and_an_unknown_language_is_answered_in_english() {
    assertThat(Templates.render(MessageKind.THANKS, "pl-GB", VALUES, null).language())
        .isEqualTo("pl");
    assertThat(Templates.render(MessageKind.THANKS, "so", VALUES, null).language()).isEqualTo("en");
    assertThat(Templates.render(MessageKind.THANKS, null, VALUES, null).language()).isEqualTo("en");
  }
}
