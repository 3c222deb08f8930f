package org.icsregistry.projection.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.passport.Passport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the feeds have to know, in the transaction that moves their place in the log. */
@Component
final class FeedStates {

  private final JdbcClient jdbc;

  FeedStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** At the beginning of each transaction. What a crash loses here is folded again from the log. */
  void begin() {
    jdbc.sql("SET LOCAL synchronous_commit = off; SET LOCAL registry.sight = 'EVERYTHING'")
        .update();
  }

  Map<String, Partner> partners() {
    return found("SELECT code, doc FROM feed_partner", Partner.class);
  }

  Map<String, Passport> ties(Collection<String> people) {
    return found(
        "SELECT subject, doc FROM feed_ties WHERE subject = ANY (?)",
        Passport.class,
        (Object) people.toArray(String[]::new));
  }

  Map<String, Opportunity> opportunities(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : found(
            "SELECT id, doc FROM feed_opportunity WHERE id = ANY (?)",
            Opportunity.class,
            (Object) ids.toArray(String[]::new));
  }

  void store(FeedState state) {
    store("feed_partner (code, doc)", "code", state.newPartners());
    store("feed_ties (subject, doc)", "subject", state.newTies());
    store("feed_opportunity (id, doc)", "id", state.newOpportunities());
  }

  private <T> Map<String, T> found(String sql, Class<T> type, Object... parameters) {
    var found = new HashMap<String, T>();
    jdbc.sql(sql)
        .params(parameters)
        .query(row -> {
          found.put(row.getString(1), Json.MAPPER.readValue(row.getString(2), type));
        });
    return found;
  }

  private void store(String into, String key, Map<String, ?> documents) {
    if (documents.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO %s SELECT * FROM unnest(?::text[], ?::text[])
            ON CONFLICT (%s) DO UPDATE SET doc = excluded.doc
            """
                .formatted(into, key))
        .params(
            documents.keySet().toArray(String[]::new),
            documents.values().stream().map(Json.MAPPER::writeValueAsString).toArray(String[]::new))
        .update();
  }
}
