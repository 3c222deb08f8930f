package org.icsregistry.projection.passport;

import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.projection.rows.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds passports as they stand. */
@Component
class PassportStore {

  /** A passport and the log index at which the partner took up its relationship. */
  record Linked(Passport passport, long since) {}

  private final JdbcClient jdbc;

  PassportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Passport> find(String id) {
    return jdbc.sql("SELECT doc FROM passport WHERE key = ?")
        .param(id)
        .query((row, _) -> read(row.getString(1)))
        .optional();
  }

  Bond bond(Asker asker, String id) {
    return asker
        .fill(jdbc.sql("SELECT " + Asker.bond(":person")).param("person", id))
        .query((row, _) -> Bond.valueOf(row.getString(1)))
        .single();
  }

  /** People of a partner, the latest relationships first, going on before {@code before}. */
  List<Linked> linkedTo(String partner, @Nullable Long before, int limit) {
    return jdbc.sql(
            """
            SELECT p.doc, l.since_index
              FROM passport_link l JOIN passport p ON p.key = l.subject
             WHERE l.partner = ? AND l.since_index < ?
             ORDER BY l.since_index DESC LIMIT ?
            """)
        .params(partner, before == null ? Long.MAX_VALUE : before, limit)
        .query((row, _) -> new Linked(read(row.getString(1)), row.getLong(2)))
        .list();
  }

  private static Passport read(String json) {
    return Json.MAPPER.readValue(json, Passport.class);
  }
}
