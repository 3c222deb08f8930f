package org.icsregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The port of every place, all on the loopback address. */
record PortPlan(Map<Place, Integer> ports) {

  PortPlan {
    ports = Map.copyOf(ports);
  }

  /** Ports that nobody uses at this moment. */
  static PortPlan ofFreePorts() {
    Map<Place, Integer> ports = new EnumMap<>(Place.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Place place : Place.values()) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(place, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
      return new PortPlan(ports);
    } catch (IOException e) {
      throw new UncheckedIOException("No free ports on the loopback address", e);
    }
  }

  int of(Place place) {
    return ports.getOrDefault(place, place.usualPort);
  }

  /**
   * Base address of an HTTP service. The name and not the number, because sign-in compares
   * addresses as text.
   */
  String url(Place place) {
    return "http://localhost:" + of(place);
  }

  /**
   * One sentence per port that cannot be used: which one, who wanted it, and the option that
   * changes it.
   */
  List<String> problems() {
    return Arrays.stream(Place.values())
        .filter(place -> taken(of(place)))
        .map(place ->
            "Port %d, wanted by %s, is taken by another program. Stop that program, or choose another port with %s."
                .formatted(of(place), place.wantedBy, place.option))
        .toList();
  }

  /**
   * What people need to know once everything is ready.
   *
   * @param policy the file that says whom to trust
   */
  String summary(Path policy) {
    return """

    Web pages    %1$s
    Registry     %2$s
    Onboarding   %3$s
    Sign-in      %4$s
    Kafka        localhost:%5$d (clients sign in; see docs/partner-guide.md)
    PostgreSQL   localhost:%6$d (databases registry, onboarding, projection)
    Witnesses    %7$s (RBV), %8$s (R0A)
    Trust policy %9$s
    Letters      %10$s (what the registry writes to people)

    A token:     curl -u RBV:local-RBV -d grant_type=client_credentials %4$s/oauth2/token
    For bin/…    export REGISTRY_KAFKA=localhost:%5$d REGISTRY_TOKEN_URL=%4$s/oauth2/token

    Ready. Ctrl-C stops everything.\
    """
        .formatted(
            url(Place.FRONT_DOOR),
            url(Place.REGISTRY),
            url(Place.ONBOARDING),
            url(Place.SIGN_IN),
            of(Place.KAFKA),
            of(Place.POSTGRES),
            url(Place.WITNESS_RBV),
            url(Place.WITNESS_R0A),
            policy,
            url(Place.MAILBOX));
  }

  private static boolean taken(int port) {
    return answers(port) || !bindable(port);
  }

  // A browser that is sent to "localhost" may try the IPv6 address first, so a stranger there
  // counts as well.
  private static boolean answers(int port) {
    try {
      return Arrays.stream(InetAddress.getAllByName("localhost"))
          .anyMatch(address -> answers(address, port));
    } catch (IOException e) {
      throw new UncheckedIOException("The name 'localhost' does not resolve on this machine", e);
    }
  }

  private static boolean answers(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean bindable(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
