package org.icsregistry.auditor.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedWordsTest {
  private static final PlantedWords WORDS = new PlantedWords(List.of("Zoë-Wintergreen", "Marker"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"family\":\"Zoë-Wintergreen\"}",
        "ZOË-WINTERGREEN",
        "{\"family\":\"Zo\\u00eb-Wintergreen\"}",
        "/people?name=Zo%C3%AB-Wintergreen",
        "name=zo%c3%ab-wintergreen"
      })
  void aWord_isFound_howeverItIsWritten(String text) {
    assertThat(WORDS.in(text.getBytes(UTF_8)).stream()).containsExactly(0);
  }

  @Test
  void aWord_isFound_inBase64AtEveryPlace_andInHexadecimal() {
    for (var before : List.of("", "a", "ab", "abc", "abcd")) {
      var bytes = (before + "Zoë-Wintergreen and more").getBytes(UTF_8);
      for (var text :
          List.of(
              Base64.getEncoder().encodeToString(bytes),
              Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
              HexFormat.of().withUpperCase().formatHex(bytes))) {
        assertThat(WORDS.in(text.getBytes(UTF_8)).stream()).as(text).containsExactly(0);
      }
    }
  }

  @Test
  void anotherWord_isNotFound() {
    assertThat(WORDS.in("Mark er, Zoe-Wintergreen".getBytes(UTF_8)).stream()).isEmpty();
  }
}
