package org.icsregistry.kit.oversight;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was refused and what operators did, the latest first; by system and on a page. */
public final class Oversight {

  private final JdbcClient jdbc;

  public Oversight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Schema(description = "Refusals of one caller at one address in one minute")
  public record Refused(
      @Schema(description = "To go on behind: `before`") long id,
      @Schema(description = "In which minute") Instant minute,
      @Schema(description = "Code of the organisation; empty for somebody who speaks for none")
          String organisation,
      @Schema(description = "Pseudonym of the sign-in service for the client or person")
          String caller,
      @Schema(description = "The caller's offices, with spaces between") String offices,
      @Schema(
              description =
                  "The right that was missing; absent where a rule of the address, or of commands, refused")
          @Nullable Right wanted,
      @Schema(description = "Method and pattern of the address", example = "GET /v1/passports/{id}")
          String address,
      @Schema(
              description =
                  "Status of the answer; 404 where it does not say that there is something")
          int status,
      @Schema(description = "How often") long times) {}

  @Schema(description = "Something that an operator asked for")
  public record Action(
      @Schema(description = "To go on behind: `before`") long id,
      Instant at,
      @Schema(description = "Code of the operator's organisation") String organisation,
      @Schema(description = "Pseudonym of the sign-in service for the operator") String operator,
      @Schema(description = "What was asked for", example = "rebuild passport") String action) {}

  /**
   * @param before only those with a smaller id
   */
  public List<Refused> refusals(Caller caller, long before, int limit) {
    Access.require(caller, Right.OVERSEE, Bond.NONE);
    return jdbc.sql(
            """
            SELECT id, minute, organisation, caller, offices, nullif(wanted, ''), address, status, times
              FROM access_refused WHERE id < ? ORDER BY id DESC LIMIT ?
            """)
        .params(before, limit)
        .query((row, _) -> {
          var wanted = row.getString(6);
          return new Refused(
              row.getLong(1),
              row.getObject(2, OffsetDateTime.class).toInstant(),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              wanted == null ? null : Right.valueOf(wanted),
              row.getString(7),
              row.getInt(8),
              row.getLong(9));
        })
        .list();
  }

  /**
   * @param before only those with a smaller id
   */
  public List<Action> actions(Caller caller, long before, int limit) {
    Access.require(caller, Right.OVERSEE, Bond.NONE);
    return jdbc.sql(
            """
            SELECT id, at, organisation, operator, action
              FROM operator_action WHERE id < ? ORDER BY id DESC LIMIT ?
            """)
        .params(before, limit)
        .query((row, _) ->
            new Action(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }
}
