package org.icsregistry.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "AA==", "AAA=", "AAAA", "+/+/"})
  void base64_readsTheOneSpelling(String text) {
    assertThat(Strict.base64(text).map(Strict::base64)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AA",
        "AAA",
        "AB==",
        "AAB=",
        "-_-_",
        "AAAA\n",
        " AAAA",
        "A",
        "====",
        "AA==AA==",
        "ä"
      })
  void base64_refusesOtherSpellings(String text) {
    assertThat(Strict.base64(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10, 109_482, Long.MAX_VALUE})
  void decimal_readsTheOneSpelling(long number) {
    assertThat(Strict.decimal(Long.toString(number))).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "01",
        "-1",
        "-0",
        "+1",
        " 1",
        "1 ",
        "1_000",
        "0x1",
        "9223372036854775808",
        "\u0661",
        "1e3"
      })
  void decimal_refusesOtherSpellings(String text) {
    assertThat(Strict.decimal(text)).isEmpty();
  }

  @Test
  void utf8_refusesWhatIsNotUtf8() {
    assertThat(Strict.utf8("— é 🦊".getBytes(StandardCharsets.UTF_8))).contains("— é 🦊");
    assertThat(Strict.utf8(new byte[] {(byte) 0xc0, (byte) 0x80})).as("overlong").isEmpty();
    assertThat(Strict.utf8(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
        .as("surrogate")
        .isEmpty();
    assertThat(Strict.utf8(new byte[] {(byte) 0xe2, (byte) 0x80})).as("cut off").isEmpty();
  }
}
