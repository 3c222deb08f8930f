package org.icsregistry.local.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs the mail server and its pages: {@code Mailbox <SMTP port> <HTTP port>}. */
public final class Mailbox {

  private static final int MOST = 500;

  private Mailbox() {}

  /** Entry point. Exit code 2 for wrong arguments. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("Expected two arguments: <SMTP port> <HTTP port>");
      System.exit(2);
    }
    var letters = new Letters(Integer.parseInt(arguments[0]), Clock.systemUTC(), MOST);
    var pages = new MailboxPages(letters, Integer.parseInt(arguments[1]));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              pages.close();
              letters.close();
            }));
    new CountDownLatch(1).await();
  }
}
