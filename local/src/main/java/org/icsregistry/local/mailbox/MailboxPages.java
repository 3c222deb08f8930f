package org.icsregistry.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The letters in a browser: a list, and one as text. */
final class MailboxPages implements AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm").withZone(ZoneId.of("Europe/London"));
  private static final Pattern LETTER = Pattern.compile("/letters/(\\d{1,9})");

  private final Letters letters;
  private final HttpServer server;
  private final String template = resource("/mailbox/page.html");
  private final String style = resource("/signin/sign-in.css") + resource("/mailbox/mailbox.css");

  MailboxPages(Letters letters, int port) throws IOException {
    this.letters = letters;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var letter = LETTER.matcher(path);
      if (!local(exchange)) {
        send(exchange, 421, page("Wrong address", "<p>This mailbox answers to localhost.</p>"));
      } else if (path.equals("/mailbox.css")) {
        exchange.getResponseHeaders().set("Content-Type", "text/css; charset=utf-8");
        send(exchange, 200, style);
      } else if (path.equals("/")) {
        send(exchange, 200, list());
      } else if (letter.matches()) {
        var found = letters.find(Integer.parseInt(letter.group(1)));
        send(exchange, found.isPresent() ? 200 : 404, found.map(this::one).orElseGet(this::none));
      } else {
        send(exchange, 404, none());
      }
    }
  }

  /** Another site's name may be made to lead here, and its scripts could then read the letters. */
  private static boolean local(HttpExchange exchange) {
    var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    return host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
  }

  private String list() {
    var all = letters.latestFirst();
    return page(
        "Letters",
        all.isEmpty()
            ? "<p>No letter has arrived yet.</p>"
            : all.stream()
                .map(MailboxPages::line)
                .collect(Collectors.joining("", "<ol>", "</ol>")));
  }

  private static String line(Letter letter) {
    return """
    <li><a href="/letters/%d">%s</a><br>to %s, %s</li>
    """
        .formatted(
            letter.number(),
            HtmlUtils.htmlEscape(letter.subject()),
            HtmlUtils.htmlEscape(letter.to()),
            TIME.format(letter.arrived()));
  }

  private String one(Letter letter) {
    return page(
        letter.subject(),
        """
        <p>To %s, %s</p>
        <pre>%s</pre>
        <p><a href="/">All letters</a></p>
        """
            .formatted(
                HtmlUtils.htmlEscape(letter.to()),
                TIME.format(letter.arrived()),
                HtmlUtils.htmlEscape(letter.text())));
  }

  private String none() {
    return page(
        "Letter not found",
        "<p>There is no such letter: the latest %d are kept until the system is stopped.</p><p><a href=\"/\">All letters</a></p>"
            .formatted(letters.most()));
  }

  private String page(String title, String content) {
    return template
        .replace("{{title}}", HtmlUtils.htmlEscape(title))
        .replace("{{content}}", content);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var headers = exchange.getResponseHeaders();
    if (!headers.containsKey("Content-Type")) {
      headers.set("Content-Type", "text/html; charset=utf-8");
    }
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String resource(String name) {
    try (InputStream in = MailboxPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
