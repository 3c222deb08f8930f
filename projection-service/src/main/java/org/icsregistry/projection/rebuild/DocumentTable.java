package org.icsregistry.projection.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Documents by key, folded from the log: a batch costs one query and one statement, however many
 * keys it touches.
 *
 * @param <T> what a document is, as JSON of the published language
 */
public final class DocumentTable<T> {

  private final JdbcTemplate jdbc;
  private final String name;
  private final Class<T> type;
  private final KeyedFold<T> fold;

  /** How one entry changes a document; {@code before} is absent until the key's first entry. */
  @FunctionalInterface
  public interface Fold<T> {
    T after(@Nullable T before, RecordedEvent entry);
  }

  /** The same where the key is not the entry's subject. */
  @FunctionalInterface
  public interface KeyedFold<T> {
    T after(String key, @Nullable T before, RecordedEvent entry);
  }

  /** Is told of each document that changed. */
  @FunctionalInterface
  public interface Watcher<T> {
    void changed(@Nullable T before, T after);
  }

  private record Document(String json, long lastIndex) {}

  /**
   * @param name table without the version
   */
  public DocumentTable(JdbcTemplate jdbc, String name, Class<T> type, Fold<T> fold) {
    this(jdbc, name, type, (_, before, entry) -> fold.after(before, entry));
  }

  /**
   * @param name table without the version
   */
  public DocumentTable(JdbcTemplate jdbc, String name, Class<T> type, KeyedFold<T> fold) {
    this.jdbc = jdbc;
    this.name = name;
    this.type = type;
    this.fold = fold;
  }

  /**
   * Folds entries into the documents of their subjects; an entry that a document holds already
   * changes nothing.
   */
  public Digest apply(int version, List<RecordedEvent> entries, Digest digest) {
    return apply(version, entries, digest, (_, _) -> {});
  }

  /** The same, and tells somebody what changed. */
  public Digest apply(int version, List<RecordedEvent> entries, Digest digest, Watcher<T> watcher) {
    var bySubject = new LinkedHashMap<String, List<RecordedEvent>>();
    entries.forEach(e -> bySubject.computeIfAbsent(e.subject(), _ -> new ArrayList<>()).add(e));
    return apply(version, bySubject, digest, watcher);
  }

  /** Folds entries into the documents of these keys. */
  public Digest apply(int version, Map<String, List<RecordedEvent>> byKey, Digest digest) {
    return apply(version, byKey, digest, (_, _) -> {});
  }

  private Digest apply(
      int version, Map<String, List<RecordedEvent>> byKey, Digest digest, Watcher<T> watcher) {
    if (byKey.isEmpty()) {
      return digest;
    }
    var before = load(version, byKey.keySet());
    var after = new LinkedHashMap<String, Document>();
    var result = digest;
    for (var group : byKey.entrySet()) {
      var old = before.get(group.getKey());
      var changed = folded(group.getKey(), old, group.getValue(), watcher);
      if (changed != null) {
        after.put(group.getKey(), changed);
        result = old == null ? result : result.minus(row(group.getKey(), old));
        result = result.plus(row(group.getKey(), changed));
      }
    }
    store(version, after);
    return result;
  }

  private @Nullable Document folded(
      String key, @Nullable Document before, List<RecordedEvent> entries, Watcher<T> watcher) {
    long last = before == null ? -1 : before.lastIndex();
    @Nullable T first = before == null ? null : Json.MAPPER.readValue(before.json(), type);
    @Nullable T state = first;
    for (var entry : entries) {
      if (entry.logIndex() > last) {
        state = fold.after(key, state, entry);
        last = entry.logIndex();
      }
    }
    if (state == null || last == (before == null ? -1 : before.lastIndex())) {
      return null;
    }
    watcher.changed(first, state);
    return new Document(Json.MAPPER.writeValueAsString(state), last);
  }

  private Map<String, Document> load(int version, Collection<String> keys) {
    var found = new HashMap<String, Document>();
    jdbc.query(
        "SELECT key, doc, last_index FROM %s_v%d WHERE key = ANY (?)".formatted(name, version),
        row -> {
          found.put(row.getString(1), new Document(row.getString(2), row.getLong(3)));
        },
        (Object) keys.toArray(String[]::new));
    return found;
  }

  private void store(int version, Map<String, Document> documents) {
    jdbc.update(
        """
        INSERT INTO %1$s_v%2$d AS stored (key, doc, last_index)
        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])
        ON CONFLICT (key) DO UPDATE SET doc = excluded.doc, last_index = excluded.last_index
         WHERE stored.last_index < excluded.last_index
        """
            .formatted(name, version),
        documents.keySet().toArray(String[]::new),
        column(documents, Document::json).toArray(String[]::new),
        column(documents, Document::lastIndex).toArray(Long[]::new));
  }

  private static <V> List<V> column(Map<String, Document> rows, Function<Document, V> value) {
    return rows.values().stream().map(value).toList();
  }

  private static byte[] row(String key, Document document) {
    return (key + '\n' + document.json()).getBytes(UTF_8);
  }
}
