package org.icsregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
  void a_taken_port_is_named_with_who_wanted_it_and_the_option_that_changes_it(String address)
      throws Exception {
    try (var stranger = new ServerSocket(0, 5, InetAddress.getByName(address))) {
      var ports = StandIns.freePorts();
      ports.put(Place.FRONT_DOOR, stranger.getLocalPort());
      assertThat(new PortPlan(ports).problems())
          .containsExactly(
              "Port %d, wanted by the front door (projection-service), is taken by another program. Stop that program, or choose another port with --port-front."
                  .formatted(stranger.getLocalPort()));
    }
  }

  @Test
  void all_taken_ports_are_named_at_once() throws Exception {
    try (var one = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var two = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var ports = StandIns.freePorts();
      ports.putAll(Map.of(Place.KAFKA, one.getLocalPort(), Place.POSTGRES, two.getLocalPort()));
      assertThat(new PortPlan(ports).problems())
          .hasSize(2)
          .anyMatch(problem -> problem.contains("--port-kafka"))
          .anyMatch(problem -> problem.contains("--port-postgres"));
    }
  }

  @Test
  void free_ports_are_no_problem() {
    assertThat(new PortPlan(StandIns.freePorts()).problems()).isEmpty();
  }
}
