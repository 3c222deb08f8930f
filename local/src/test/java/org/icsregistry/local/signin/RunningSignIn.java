package org.icsregistry.local.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service over real HTTP on a free port. */
record RunningSignIn(URI address, Runnable stop) implements AutoCloseable {

  static RunningSignIn start(Path keyFile) {
    int port = freePort();
    var context =
        new SpringApplicationBuilder(SignInApplication.class)
            .properties(SignInSettings.DEFAULTS)
            .initializers(NotLocalException::refuseUnlessLocal)
            .profiles("local")
            .run(
                "--server.port=" + port,
                "--signin.key-file=" + keyFile,
                "--signin.client-keys=" + keyFile.resolveSibling("clients"));
    return new RunningSignIn(URI.create("http://localhost:" + port), context::close);
  }

  @Override
  public void close() {
    stop.run();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
