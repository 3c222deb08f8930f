package org.icsregistry.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormatTest {

  private static final Pattern UUID_PATTERN = Pattern.compile(Format.UUID);
  private static final List<String> OTHERS =
      List.of("0", "9", "a", "f", "g", "A", "F", "-", "_", " ", "\u00e9", "\n");

  /** The schema has the pattern and the code the loop: they must never differ. */
  @Test
  void isUuid_agreesWithThePattern_whereverOneCharacterIsAnother() {
    var uuid = UUID.fromString("0f9e8d7c-6b5a-4432-9100-abcdef012345").toString();
    assertThat(Format.isUuid(uuid)).isTrue();
    for (int i = 0; i < uuid.length(); i++) {
      for (var other : OTHERS) {
        var changed = uuid.substring(0, i) + other + uuid.substring(i + 1);
        assertThat(Format.isUuid(changed))
            .as(changed)
            .isEqualTo(UUID_PATTERN.matcher(changed).matches());
      }
      assertThat(Format.isUuid(uuid.substring(0, i))).isFalse();
      assertThat(Format.isUuid(uuid + uuid.substring(0, i + 1))).isFalse();
    }
  }
}
