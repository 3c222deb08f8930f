package org.icsregistry.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class PortOptionsTest {

  @Test
  void the_usual_ports_are_those_of_the_documentation() {
    assertThat(plan().summary(Path.of("data", "log-policy")))
        .contains("localhost:8080", "localhost:8081", "localhost:8082", "localhost:8083")
        .contains("localhost:9092", "localhost:5433", "localhost:8091", "localhost:8092")
        .contains("localhost:8084")
        .contains("data/log-policy");
  }

  @Test
  void an_offset_moves_every_port_that_is_not_given() {
    PortPlan ports = plan("--offset", "100", "--port-kafka", "29092");
    assertThat(ports.of(Place.FRONT_DOOR)).isEqualTo(8180);
    assertThat(ports.of(Place.POSTGRES)).isEqualTo(5533);
    assertThat(ports.of(Place.KAFKA)).isEqualTo(29092);
  }

  @Test
  void a_number_that_is_no_port_is_refused_with_the_option_to_change() {
    assertThatThrownBy(() -> plan("--offset", "60000"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Port 68080")
        .hasMessageContaining("--port-front or --offset");
  }

  @Test
  void every_option_is_explained_in_the_help_of_the_run_command() throws Exception {
    String run = Files.readString(Path.of("..", "run"));
    for (OptionSpec option : new CommandLine(new Launcher(System.out)).getCommandSpec().options()) {
      assertThat(run).contains("\n  " + option.longestName() + " ");
    }
  }

  private static PortPlan plan(String... arguments) {
    return CommandLine.populateCommand(new PortOptions(), arguments).plan();
  }
}
