package org.icsregistry.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

final class Ports {

  private Ports() {}

  /** The wanted port, or one that is free at this moment if the wanted port is 0. */
  static int orFree(int wanted) {
    if (wanted != 0) {
      return wanted;
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback address", e);
    }
  }
}
