package org.icsregistry.registry.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-30T23:59:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  @BeforeEach
  void files() throws IOException {
    file("first", 1);
    file("months/2026-11", 11);
    file("months/2026-12", 12);
    file("months/README", 0);
  }

  @Test
  void theKeyOfTheMonth_wraps_andTheNextOneFromItsFirstDay() {
    var keys = keys(null);
    assertThat(keys.current()).isEqualTo("2026-11");
    var november = keys.wrap(Map.of("kid", KEY));

    now = Instant.parse("2026-12-01T00:00:00Z");

    assertThat(keys.wrap(Map.of("kid", KEY)).getFirst().kek()).isEqualTo("2026-12");
    assertThat(november.getFirst().kek()).isEqualTo("2026-11");
    assertThat(keys.unwrap(november)).containsEntry("kid", KEY);
  }

  @Test
  void theKeyOfNextMonth_isMissed_tenDaysBefore() throws IOException {
    now = Instant.parse("2026-12-21T00:00:00Z");
    assertThat(keys(null).missingSoon()).isEmpty();
    now = Instant.parse("2026-12-22T00:00:00Z");
    var keys = keys(null);
    assertThat(keys.missingSoon()).contains("2027-01");

    file("months/2027-01", 13);
    assertThat(keys.missingSoon()).isEmpty();
  }

  @Test
  void beforeTheFirstMonth_theKeyWithoutAnEpochWraps() {
    now = Instant.parse("2026-10-01T00:00:00Z");
    assertThat(keys(folder.resolve("first")).current()).isEqualTo("first");
    assertThatThrownBy(() -> keys(null)).hasMessageContaining("of this month or an earlier one");
  }

  @Test
  void aFileThatComesLater_isFoundWithinAMinute() throws IOException {
    var keys = keys(null);
    file("months/2027-01", 13);
    now = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(keys.current()).isEqualTo("2027-01");
  }

  @Test
  void aKeyWhoseFileIsGone_isNamed() throws IOException {
    var wrapped = keys(null).wrap(Map.of("kid", KEY));
    Files.delete(folder.resolve("months/2026-11"));
    assertThatThrownBy(() -> keys(folder.resolve("first")).unwrap(wrapped))
        .hasMessageContaining("2026-11")
        .hasMessageContaining("bring its file back");
  }

  @Test
  void aFileThatIsNoKey_stopsTheStart_butNothingThatRuns() throws IOException {
    var keys = keys(null);
    Files.writeString(folder.resolve("months/2027-01"), "AAAA");
    now = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(keys.current()).isEqualTo("2026-12");
    assertThatThrownBy(() -> keys(null)).hasMessageContaining("32 bytes");
  }

  @Test
  void whatAnotherKeyWrapped_doesNotOpen() {
    var wrapped = keys(null).wrap(Map.of("kid", KEY)).getFirst();
    var lie = new Wrapped("kid", "2026-12", wrapped.bytes());
    assertThatThrownBy(() -> keys(null).unwrap(List.of(lie))).hasMessageContaining("does not fit");
  }

  private KeyFiles keys(@Nullable Path first) {
    return new KeyFiles(first, folder.resolve("months"), clock);
  }

  private void file(String name, int content) throws IOException {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) content);
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
  }
}
