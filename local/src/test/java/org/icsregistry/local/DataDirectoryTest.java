package org.icsregistry.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path parent;
  private Path directory = Path.of("");

  @BeforeEach
  void name() {
    directory = parent.resolve("data");
  }

  @Test
  void fresh_deletes_what_an_earlier_run_left() throws Exception {
    try (var data = DataDirectory.open(directory, false)) {
      Files.createDirectories(data.kafka());
      Files.writeString(data.kafka().resolve("old"), "x");
      data.noteDemonstration();
    }
    try (var data = DataDirectory.open(directory, true)) {
      assertThat(data.kafka()).doesNotExist();
      assertThat(data.holdsDemonstration()).isFalse();
    }
  }

  @Test
  void without_fresh_everything_stays() throws Exception {
    try (var data = DataDirectory.open(directory, false)) {
      data.noteDemonstration();
    }
    try (var data = DataDirectory.open(directory, false)) {
      assertThat(data.holdsDemonstration()).isTrue();
    }
  }

  @Test
  void a_directory_that_is_not_ours_is_neither_deleted_nor_used() throws Exception {
    Files.createDirectories(directory);
    Path thesis = Files.writeString(directory.resolve("thesis.txt"), "years of work");
    for (boolean fresh : new boolean[] {true, false}) {
      assertThatThrownBy(() -> DataDirectory.open(directory, fresh))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("was not made by this program")
          .hasMessageContaining("--data");
    }
    assertThat(thesis).hasContent("years of work");
    assertThat(directory).isDirectoryContaining(thesis::equals);
    try (var entries = Files.list(directory)) {
      assertThat(entries.count()).isEqualTo(1);
    }
  }

  @Test
  void fresh_does_not_follow_a_link_out_of_the_directory() throws Exception {
    Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("kept"), "x");
    DataDirectory.open(directory, false).close();
    Files.createSymbolicLink(directory.resolve("link"), elsewhere);
    DataDirectory.open(directory, true).close();
    assertThat(elsewhere.resolve("kept")).exists();
    assertThat(directory.resolve("link")).doesNotExist();
  }

  @Test
  void an_empty_directory_is_taken_and_a_file_is_not() throws Exception {
    Files.createDirectories(directory);
    DataDirectory.open(directory, true).close();
    Path file = Files.writeString(parent.resolve("file"), "x");
    assertThatThrownBy(() -> DataDirectory.open(file, true))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void a_second_system_on_the_same_directory_is_told_how_to_get_its_own() {
    try (var first = DataDirectory.open(directory, false)) {
      assertThat(first.logs()).isDirectory();
      assertThatThrownBy(() -> DataDirectory.open(directory, true))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid())
          .hasMessageContaining("--offset");
    }
  }

  @Test
  void the_key_encryption_key_is_made_once_and_only_its_owner_can_read_it() throws Exception {
    try (var data = DataDirectory.open(directory, false)) {
      Path file = data.keyEncryptionKey();
      String key = Files.readString(file);
      assertThat(Base64.getDecoder().decode(key)).hasSize(32);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(data.keyEncryptionKey()).hasContent(key);
    }
  }
}
