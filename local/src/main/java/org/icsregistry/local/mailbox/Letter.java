package org.icsregistry.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;

/** A letter as it arrived. */
record Letter(int number, Instant arrived, String to, String subject, String text) {

  static Letter of(int number, Instant arrived, String to, MimeMessage message)
      throws MessagingException {
    return new Letter(number, arrived, to, subject(message), text(message));
  }

  private static String subject(MimeMessage message) throws MessagingException {
    return message.getSubject() == null ? "(no subject)" : message.getSubject();
  }

  private static String text(MimeMessage message) throws MessagingException {
    try {
      return message.getContent() instanceof String text && message.isMimeType("text/plain")
          ? text
          : "(not a plain text: " + message.getContentType() + ")";
    } catch (IOException e) {
      throw new MessagingException("The letter's content cannot be read", e);
    }
  }
}
