package org.icsregistry.auditor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.TestTopic;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.source.Credentials;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that shows another history once, and the true one to whoever asks again. */
class ServedOnceTest {
  private static final TestLog LOG = TestLog.of(700);

  @TempDir private Path folder;

  @Test
  void verify_showsBothCheckpoints_althoughTheServerTookOneBack() throws IOException {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(3, LOG.entries().get(4));
    SignedCheckpoint forged = TestLog.of(entries).signed(600);
    HttpServer server = serveOnce(forged);
    try (TestTopic topic = new TestTopic()) {
      topic.write(LOG.entries()).checkpoint(LOG.cosigned(700));
      var address = URI.create("http://localhost:" + server.getAddress().getPort());

      var findings =
          new Verification(
                  Optional.of(TiledSource.http(address, new Credentials.None())),
                  Optional.of(topic.source()),
                  TestLog.policy(),
                  Optional.empty(),
                  TestLog.SOON,
                  new PrintWriter(Writer.nullWriter()))
              .run()
              .findings()
              .all();

      assertThat(findings)
          .singleElement()
          .isInstanceOfSatisfying(
              CheckpointFinding.SplitView.class,
              split -> assertThat(split.one()).isEqualTo(forged));
    } finally {
      server.stop(0);
    }
  }

  private HttpServer serveOnce(SignedCheckpoint forged) throws IOException {
    LOG.writeTo(folder);
    var first = new AtomicBoolean(true);
    var files = SimpleFileServer.createFileHandler(folder);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", files);
    server.createContext(
        "/checkpoint",
        exchange -> {
          boolean known = exchange.getRequestURI().getPath().equals("/checkpoint");
          byte[] note =
              known && first.getAndSet(false) ? forged.bytes() : LOG.cosigned(700).bytes();
          exchange.sendResponseHeaders(known ? 200 : 404, known ? note.length : -1);
          if (known) {
            exchange.getResponseBody().write(note);
          }
          exchange.close();
        });
    server.start();
    return server;
  }
}
