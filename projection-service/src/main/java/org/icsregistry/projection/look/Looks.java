package org.icsregistry.projection.look;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down that somebody at a partner is about to be shown details, before they are. From there
 * it goes to the registry and into the log, where the person sees it. Whoever looks again within an
 * hour has looked once.
 */
@Component
public class Looks {

  /**
   * One statement, so that of two looks at once one is written down; and nothing is written at all
   * for a look that was noted, so that it costs no wait for the disk.
   */
  private static final String NOTE =
      """
      WITH first AS (
        INSERT INTO look_noted (subject, partner, viewer, office, ground, viewed_at)
        SELECT :subject, :partner, :viewer, :office, :ground, :at
         WHERE NOT EXISTS (
           SELECT FROM look_noted
            WHERE subject = :subject AND partner = :partner AND viewer = :viewer
              AND office = :office AND ground = :ground
              AND viewed_at > CAST(:at AS timestamptz) - interval '1 hour')
        ON CONFLICT (subject, partner, viewer, office, ground)
        DO UPDATE SET viewed_at = excluded.viewed_at
         WHERE look_noted.viewed_at <= excluded.viewed_at - interval '1 hour'
        RETURNING 1)
      INSERT INTO look (id, subject, partner, viewer, office, ground, viewed_at, next_try_at)
      SELECT :id, :subject, :partner, :viewer, :office, :ground, :at, :at FROM first
      """;

  private static final Pattern PSEUDONYM = Pattern.compile(Format.PSEUDONYM);
  private static final int DIGITS = 16;

  /** The viewer of what goes out on a feed. */
  private static final String FEED = "feed";

  private final JdbcClient jdbc;
  private final Clock clock;

  Looks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Nobody is told of what a person sees of themselves, nor of what services read. */
  public void note(Caller caller, String person, Bond bond) {
    switch (bond) {
      case GRANTED -> note(caller, person, LookGround.GRANT);
      case EMERGENCY -> note(caller, person, LookGround.BREAK_GLASS);
      case NONE, OWN, LINKED, SELF -> {}
    }
  }

  /** A partner's system is told on its feed what it sees because the person lets it. */
  public void noteFeed(String organisation, String person) {
    note(organisation, person, FEED, LookOffice.PARTNER, LookGround.GRANT);
  }

  private void note(Caller caller, String person, LookGround ground) {
    var office =
        caller.roles().contains(Office.COORDINATOR.claim())
            ? LookOffice.COORDINATOR
            : LookOffice.PARTNER;
    note(caller.organisation(), person, pseudonym(caller), office, ground);
  }

  private void note(
      String organisation, String person, String viewer, LookOffice office, LookGround ground) {
    jdbc.sql(NOTE)
        .param("id", UUID.randomUUID())
        .param("subject", person)
        .param("partner", organisation)
        .param("viewer", viewer)
        .param("office", office.name())
        .param("ground", ground.name())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** As the sign-in service names them; what could be a name or an address only as its hash. */
  public static String pseudonym(Caller caller) {
    var subject = caller.subject();
    return PSEUDONYM.matcher(subject).matches() ? subject : hash(subject);
  }

  private static String hash(String subject) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not", e);
    }
  }
}
