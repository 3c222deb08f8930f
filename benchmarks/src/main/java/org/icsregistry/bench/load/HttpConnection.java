package org.icsregistry.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import org.icsregistry.bench.mix.Lane;

/**
 * One kept-alive connection of a client that costs next to nothing, because it runs on the cores of
 * what is measured.
 */
final class HttpConnection implements AutoCloseable {

  private static final int READ_BYTES = 16_384;

  private final Selector selector;
  private final URI target;
  private final Lane lane;
  private SocketChannel channel;
  private SelectionKey key;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private byte[] in = new byte[READ_BYTES];
  private int received;

  /**
   * @param lane what is sent over it
   */
  HttpConnection(Selector selector, URI target, Lane lane) throws IOException {
    this.lane = lane;
    this.selector = selector;
    this.target = target;
    this.channel = connect();
    this.key = channel.register(selector, 0, this);
  }

  Lane lane() {
    return lane;
  }

  private SocketChannel connect() throws IOException {
    var opened = SocketChannel.open(new InetSocketAddress(target.getHost(), target.getPort()));
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    opened.configureBlocking(false);
    return opened;
  }

  void post(String contentType, String token, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    byte[] head =
        String.join(
                "\r\n",
                "POST " + target.getPath() + " HTTP/1.1",
                "Host: " + target.getAuthority(),
                "Content-Type: " + contentType,
                "Authorization: Bearer " + token,
                "Content-Length: " + bytes.length,
                "",
                "")
            .getBytes(UTF_8);
    out = ByteBuffer.allocate(head.length + bytes.length).put(head).put(bytes).flip();
    received = 0;
    write();
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Goes on with what the selector says is possible; the answer, once it is complete. */
  Optional<HttpResponse> proceed() throws IOException {
    if (key.isWritable()) {
      write();
      return Optional.empty();
    }
    if (received == in.length) {
      in = Arrays.copyOf(in, in.length * 2);
    }
    int read = channel.read(ByteBuffer.wrap(in, received, in.length - received));
    if (read < 0) {
      throw new IOException("The service closed a connection before it had answered");
    }
    received += read;
    var response = HttpResponse.parse(in, received);
    if (response.isPresent()) {
      key.interestOps(0);
      if (!response.get().stays()) {
        again();
      }
    }
    return response;
  }

  /** A server may end a kept-alive connection whenever it likes, above all an idle one. */
  void again() throws IOException {
    channel.close();
    channel = connect();
    key = channel.register(selector, 0, this);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
