package org.icsregistry.onboarding.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.icsregistry.onboarding.journey.NamedIds;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands messages to the mail server. */
@Component
class Smtp {

  private final JavaMailSender server;
  private final MessageSettings settings;

  Smtp(JavaMailSender server, MessageSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Sends one message. Whoever gets it twice can tell by its Message-ID, which is always the same
   * for the same event and person (RFC 5322, section 3.6.4).
   */
  void send(String eventId, String subject, String address, Mail mail) {
    var message = new Identified("<" + NamedIds.of(eventId + "|" + subject) + "@ics-registry>");
    try {
      message.setFrom(settings.from());
      message.setRecipients(MimeMessage.RecipientType.TO, address);
      message.setSubject(mail.subject(), UTF_8.name());
      message.setText(mail.text(), UTF_8.name());
      message.setHeader("Content-Language", mail.language());
      message.setHeader("Auto-Submitted", "auto-generated");
    } catch (MessagingException e) {
      throw new UnusableAddressException();
    }
    server.send(message);
  }

  /** Says nothing of the address. */
  static final class UnusableAddressException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableAddressException() {
      super("The person's address is none that a mail can be sent to", null);
    }
  }

  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
