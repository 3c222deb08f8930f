package org.icsregistry.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/**
 * Just enough of HTTP/1.1 to know when an answer is complete (RFC 9112, sections 6.3 and 7.1).
 *
 * @param stays whether the connection may be used again
 */
record HttpResponse(int status, String body, boolean stays) {

  private static final String LINE = "\r\n";

  /** Empty while a part is missing. */
  static Optional<HttpResponse> parse(byte[] bytes, int length) {
    var text = new String(bytes, 0, length, ISO_8859_1);
    int headEnd = text.indexOf(LINE + LINE);
    if (headEnd < 0) {
      return Optional.empty();
    }
    var head = text.substring(0, headEnd).toLowerCase(Locale.ROOT);
    var rest = text.substring(headEnd + 2 * LINE.length());
    var body = head.contains("transfer-encoding: chunked") ? chunked(rest) : counted(head, rest);
    return body.map(b ->
        new HttpResponse(
            Integer.parseInt(head.substring(9, 12)), b, !head.contains("connection: close")));
  }

  private static Optional<String> counted(String head, String rest) {
    var name = "content-length: ";
    int at = head.indexOf(name);
    if (at < 0) {
      return Optional.of("");
    }
    int end = head.indexOf(LINE, at);
    int length =
        Integer.parseInt(head.substring(at + name.length(), end < 0 ? head.length() : end).strip());
    return rest.length() < length ? Optional.empty() : Optional.of(rest.substring(0, length));
  }

  private static Optional<String> chunked(String rest) {
    if (!rest.endsWith("0" + LINE + LINE)) {
      return Optional.empty();
    }
    var body = new StringBuilder(rest.length());
    int at = 0;
    while (true) {
      int sizeEnd = rest.indexOf(LINE, at);
      if (sizeEnd < 0) {
        return Optional.empty();
      }
      int size = Integer.parseInt(rest.substring(at, sizeEnd), 16);
      int start = sizeEnd + LINE.length();
      if (size == 0) {
        return Optional.of(body.toString());
      }
      if (start + size > rest.length()) {
        return Optional.empty();
      }
      body.append(rest, start, start + size);
      at = start + size + LINE.length();
    }
  }
}
