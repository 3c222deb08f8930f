package org.icsregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir Path directory;

  @Test
  void processes_of_an_earlier_run_are_ended() throws Exception {
    Path file = directory.resolve("processes");
    Process polite = new ProcessBuilder("sleep", "1000").start();
    Process gone = new ProcessBuilder("true").start();
    var earlier = new Leftovers(file);
    earlier.note(polite.toHandle());
    earlier.note(gone.toHandle());
    gone.waitFor();
    assertThat(new Leftovers(file).end()).isEqualTo(1);
    assertThat(polite.isAlive()).isFalse();
    assertThat(new Leftovers(file).end()).isZero();
  }

  @Test
  void a_stranger_that_got_a_noted_number_is_left_alone() throws Exception {
    Path file = directory.resolve("processes");
    Process stranger = new ProcessBuilder("sleep", "1000").start();
    try {
      Files.writeString(file, stranger.pid() + " 2020-01-01T00:00:00Z\n");
      assertThat(new Leftovers(file).end()).isZero();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }
}
