package org.icsregistry.local.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A mail server that takes every letter and keeps the latest in memory. */
final class Letters implements AutoCloseable {

  private final Deque<Letter> latestFirst = new ArrayDeque<>();
  private final Clock clock;
  private final int most;
  private final GreenMail server;
  private int count;

  Letters(int port, Clock clock, int most) {
    this.clock = clock;
    this.most = most;
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    var users = server.getUserManager();
    var usual = users.getMessageDeliveryHandler();
    users.setMessageDeliveryHandler((letter, to) -> {
      keep(to.getEmail(), letter.getMessage());
      return usual.handle(letter, to);
    });
    server.start();
  }

  /** How many are kept. */
  int most() {
    return most;
  }

  synchronized List<Letter> latestFirst() {
    return List.copyOf(latestFirst);
  }

  synchronized Optional<Letter> find(int number) {
    return latestFirst.stream().filter(letter -> letter.number() == number).findFirst();
  }

  @Override
  public void close() {
    server.stop();
  }

  private synchronized void keep(String to, MimeMessage message) throws MessagingException {
    latestFirst.addFirst(Letter.of(++count, clock.instant(), to, message));
    if (latestFirst.size() > most) {
      latestFirst.removeLast();
    }
    if (count % most == 0) {
      empty();
    }
  }

  /** The server keeps all letters of its own. */
  private void empty() throws MessagingException {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new MessagingException("The mail server cannot be emptied", e);
    }
  }
}
