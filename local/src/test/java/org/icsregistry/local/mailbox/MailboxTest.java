package org.icsregistry.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private static final int MOST = 5;

  private final int smtp = freePort();
  private final int http = freePort();
  private final Letters letters =
      new Letters(smtp, Clock.fixed(Instant.parse("2026-11-23T09:05:00Z"), ZoneOffset.UTC), MOST);
  private MailboxPages pages;

  @BeforeEach
  void start() throws IOException {
    pages = new MailboxPages(letters, http);
  }

  @AfterEach
  void stop() {
    pages.close();
    letters.close();
  }

  @Test
  void letters_are_listed_the_latest_first_and_each_is_shown_as_text() throws Exception {
    send("one@example.org", "You are ready to start", "Hello One");
    send("two@example.org", "Something is waiting", "Hello <b>Two</b>");

    String list = get("/").body();

    assertThat(list.indexOf("Something is waiting"))
        .isBetween(0, list.indexOf("You are ready to start"));
    assertThat(list).contains("two@example.org", "23 November 2026, 09:05");
    assertThat(get("/letters/2").body()).contains("Hello &lt;b&gt;Two&lt;/b&gt;");
  }

  @Test
  void nothing_a_letter_holds_is_run() throws Exception {
    send("<script>alert(1)</script>", "<script>alert(1)</script>");

    var answer = get("/");

    assertThat(answer.body()).doesNotContain("<script");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; style-src 'self'");
  }

  @Test
  void a_letter_that_is_not_there_is_said_to_be_gone() throws Exception {
    var answer = get("/letters/77");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("the latest 5 are kept");
  }

  @Test
  void only_the_latest_are_kept() {
    for (int i = 1; i <= MOST + 1; i++) {
      send("Letter", "Number " + i);
    }
    assertThat(letters.latestFirst()).hasSize(MOST);
    assertThat(letters.find(1)).isEmpty();
    assertThat(letters.find(MOST + 1)).isPresent();
  }

  @Test
  void another_sites_name_gets_no_letter() throws Exception {
    send("Private", "text");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), http)) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 421")
            .doesNotContain("Private");
      }
    }
  }

  private void send(String subject, String text) {
    send("somebody@example.org", subject, text);
  }

  private void send(String to, String subject, String text) {
    GreenMailUtil.sendTextEmail(
        to,
        "registry@example.org",
        subject,
        text,
        new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + http + path)).build(),
            BodyHandlers.ofString());
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
