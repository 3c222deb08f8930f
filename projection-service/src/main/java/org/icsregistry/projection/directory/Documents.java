package org.icsregistry.projection.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents of one view, opened once for each state they are in. The database says every time which
 * state is in force, and sends only those that are not known here; so nothing old is ever shown.
 */
final class Documents<T> {

  /** More partners and roles than a system has. */
  private static final long MOST_KNOWN = 5_000;

  private static final long UNKNOWN = -1;

  private final JdbcClient jdbc;
  private final String sql;
  private final Class<T> type;
  private final Cache<String, State<T>> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

  /**
   * @param lastIndex the entry of the log that made it what it is
   */
  private record State<T>(long lastIndex, T document) {}

  Documents(JdbcClient jdbc, String view, Class<T> type) {
    this.jdbc = jdbc;
    this.sql =
        """
        SELECT key, last_index, CASE WHEN last_index <> known THEN doc END
          FROM unnest(?::text[], ?::bigint[]) AS asked (key, known) JOIN %s USING (key)
        """
            .formatted(view);
    this.type = type;
  }

  /** Those that there are, by key. */
  Map<String, T> now(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var before = new HashMap<String, State<T>>(known.getAllPresent(keys));
    var found = new HashMap<String, T>();
    jdbc.sql(sql)
        .params(
            keys.toArray(String[]::new),
            keys.stream().map(key -> lastIndex(before.get(key))).toArray(Long[]::new))
        .query(row -> {
          var key = row.getString(1);
          var state = state(row.getLong(2), row.getString(3), before.get(key));
          known.put(key, state);
          found.put(key, state.document());
        });
    return found;
  }

  private long lastIndex(@Nullable State<T> state) {
    return state == null ? UNKNOWN : state.lastIndex();
  }

  /**
   * @param doc absent where the state that is known is in force
   */
  private State<T> state(long lastIndex, @Nullable String doc, @Nullable State<T> before) {
    return doc == null && before != null
        ? before
        : new State<>(lastIndex, Json.MAPPER.readValue(doc, type));
  }

  /** The document as this entry or a later one made it. */
  @Nullable T since(long lastIndex, String key) {
    var state = known.getIfPresent(key);
    return state != null && state.lastIndex() >= lastIndex
        ? state.document()
        : now(List.of(key)).get(key);
  }
}
