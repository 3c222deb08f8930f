package org.icsregistry.projection.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.DocumentTable;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Projection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each partner's readiness, and who relies on whom how often. */
@Component
class ReadinessProjection implements Projection {

  static final String NAME = "readiness";

  private static final String BETWEEN = " ";

  private final JdbcTemplate jdbc;
  private final DocumentTable<Readiness> partners;
  private final DocumentTable<Reliance> reliances;

  ReadinessProjection(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.partners =
        new DocumentTable<>(
            jdbc,
            "readiness",
            Readiness.class,
            (key, before, entry) -> (before == null ? Readiness.none(key) : before).evolve(entry));
    this.reliances =
        new DocumentTable<>(
            jdbc,
            "reliance",
            Reliance.class,
            (key, before, entry) -> (before == null ? pair(key) : before).evolve(entry));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Digest apply(int version, List<Entry> batch, Digest digest) {
    var entries = batch.stream().map(Entry::event).toList();
    noteIssuers(version, entries);
    var concerned = new LinkedHashMap<String, List<RecordedEvent>>();
    for (var entry : entries) {
      var partner = Readiness.concerns(entry);
      if (partner != null) {
        concerned.computeIfAbsent(partner, _ -> new ArrayList<>()).add(entry);
      }
    }
    var counted = partners.apply(version, concerned, digest);
    return reliances.apply(version, reused(version, entries), counted);
  }

  /** A decision names the item only; this table knows who issued it. */
  private void noteIssuers(int version, List<RecordedEvent> entries) {
    var issuers = new LinkedHashMap<String, String>();
    for (var entry : entries) {
      switch (entry.data()) {
        case CheckRecorded e -> issuers.put(e.checkId(), e.issuer());
        case TrainingRecorded e -> issuers.put(e.trainingId(), e.issuer());
        default -> {}
      }
    }
    if (!issuers.isEmpty()) {
      jdbc.update(
          """
          INSERT INTO item_issuer_v%d (item, issuer)
          SELECT * FROM unnest(?::text[], ?::text[]) ON CONFLICT DO NOTHING
          """
              .formatted(version),
          issuers.keySet().toArray(String[]::new),
          issuers.values().toArray(String[]::new));
    }
  }

  /** Whoever's item was decided about; gives the decisions to reuse by who relies on whom. */
  private Map<String, List<RecordedEvent>> reused(int version, List<RecordedEvent> entries) {
    var decisions = entries.stream().filter(e -> e.data() instanceof RecognitionDecided).toList();
    var found = new LinkedHashMap<String, List<RecordedEvent>>();
    if (decisions.isEmpty()) {
      return found;
    }
    var issuers = issuers(version, decisions);
    var known = decisions.stream().filter(e -> issuers.containsKey(decided(e).itemId())).toList();
    noteRelied(version, known, issuers);
    for (var entry : known) {
      var decided = decided(entry);
      if (decided.decision() == RecognitionDecision.REUSED) {
        found
            .computeIfAbsent(
                decided.partner() + BETWEEN + issuers.get(decided.itemId()), _ -> new ArrayList<>())
            .add(entry);
      }
    }
    return found;
  }

  private void noteRelied(int version, List<RecordedEvent> decisions, Map<String, String> issuers) {
    jdbc.update(
        """
        INSERT INTO relied_v%d (issuer, decision, subject)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) ON CONFLICT DO NOTHING
        """
            .formatted(version),
        decisions.stream().map(e -> issuers.get(decided(e).itemId())).toArray(String[]::new),
        decisions.stream().map(e -> decided(e).decision().name()).toArray(String[]::new),
        decisions.stream().map(RecordedEvent::subject).toArray(String[]::new));
  }

  private static RecognitionDecided decided(RecordedEvent entry) {
    return (RecognitionDecided) entry.data();
  }

  private Map<String, String> issuers(int version, List<RecordedEvent> decisions) {
    var found = new HashMap<String, String>();
    jdbc.query(
        "SELECT item, issuer FROM item_issuer_v%d WHERE item = ANY (?)".formatted(version),
        row -> {
          found.put(row.getString(1), row.getString(2));
        },
        (Object)
            decisions.stream().map(e -> decided(e).itemId()).distinct().toArray(String[]::new));
    return found;
  }

  private static Reliance pair(String key) {
    int at = key.indexOf(BETWEEN);
    return Reliance.none(key.substring(0, at), key.substring(at + 1));
  }
}
