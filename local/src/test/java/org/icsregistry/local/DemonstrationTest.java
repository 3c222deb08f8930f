package org.icsregistry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTest {

  @TempDir static Path directory;

  private final PortPlan ports = PortPlan.ofFreePorts();
  private final Progress progress =
      new Progress(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8), () -> 0);
  private final Parts parts = new Parts();
  private DataDirectory data = DataDirectory.open(directory.resolve("unused"), true);

  @BeforeEach
  void open() {
    data.close();
    data = DataDirectory.open(directory.resolve("data"), true);
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void it_is_loaded_once_with_the_addresses_it_needs() {
    demonstration(Loads.class).loadOnce(parts, progress);
    assertThat(data.holdsDemonstration()).isTrue();
    assertThat(data.logs().resolve("demonstration.log"))
        .hasContent(
            "--bootstrap 127.0.0.1:%d --registry-url %s --token-url %s/oauth2/token"
                .formatted(
                    ports.of(Place.KAFKA), ports.url(Place.REGISTRY), ports.url(Place.SIGN_IN)));
    demonstration(Fails.class).loadOnce(parts, progress);
    assertThat(parts.firstDeath()).as("its end is no death").isNotDone();
  }

  @Test
  void a_failed_load_tells_why_and_is_tried_again_next_time() {
    assertThatThrownBy(() -> demonstration(Fails.class).loadOnce(parts, progress))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("exit code 4")
        .hasMessageContaining("the broker did not answer");
    assertThat(data.holdsDemonstration()).isFalse();
  }

  private Demonstration demonstration(Class<?> program) {
    var processes =
        new JavaProcesses(data.logs(), new Leftovers(data.processes()), Duration.ofSeconds(20));
    return new Demonstration(program.getName(), ports, data, processes);
  }

  /** Loads well and logs its arguments. */
  static final class Loads {
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
      System.err.println(String.join(" ", arguments));
    }
  }

  /** Cannot load. */
  static final class Fails {
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
      System.err.println("the broker did not answer");
      System.exit(4);
    }
  }
}
