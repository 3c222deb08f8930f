package org.icsregistry.projection.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Who asks and when, for queries that find out what ties somebody to a person while they look for
 * something else: what decides is then as old as what is shown, and costs no question of its own.
 *
 * @param organisation empty for who speaks for none
 * @param person the asker's own id; empty for who has none
 */
public record Asker(String organisation, String person, Instant now) {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

  public static Asker of(Caller caller, Instant now) {
    return new Asker(
        caller.speaksForPartner() ? caller.organisation() : "",
        Objects.requireNonNullElse(caller.person(), ""),
        now);
  }

  /**
   * The name of the {@link Bond} with a person, in SQL that {@link #fill} completes.
   *
   * @param person SQL for the person's id
   */
  public static String bond(String person) {
    return "tie_of(" + person + ", :asking, :asker, :today, :moment)";
  }

  public StatementSpec fill(StatementSpec statement) {
    return statement
        .param("asking", organisation)
        .param("asker", person)
        .param("today", LocalDate.ofInstant(now, UNITED_KINGDOM))
        .param("moment", now.atOffset(ZoneOffset.UTC));
  }
}
