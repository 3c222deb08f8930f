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
import org.icsregistry.projection.rebuild.RowTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each partner's readiness, and who relies on whom how often. */
@Component
class ReadinessProjection implements Projection {

  static final String NAME = "readiness";

  private final JdbcTemplate jdbc;
  private final DocumentTable<Readiness> partners;
  private final DocumentTable<Reliance> reliances;
  private final RowTable<Relied> relied;

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
            (key, before, entry) -> (before == null ? Reliance.none(key) : before).evolve(entry));
    this.relied =
        new RowTable<>(
            jdbc,
            "relied",
            Relied.class,
            List.of("receiver", "issuer", "requirement", "decision", "subject"));
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
    var decisions = decisions(version, entries);
    var counted = partners.apply(version, concerned, digest);
    counted =
        relied.merge(
            version,
            decisions.stream().map(Decision::relied).toList(),
            counted,
            (before, _) -> before);
    return reliances.apply(version, reused(decisions), counted);
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

  /** A decision about an item whose issuer is known. */
  private record Decision(RecordedEvent entry, String issuer) {

    RecognitionDecided decided() {
      return ReadinessProjection.decided(entry);
    }

    Relied relied() {
      var d = decided();
      return new Relied(d.partner(), issuer, d.requirement(), d.decision(), entry.subject());
    }
  }

  private List<Decision> decisions(int version, List<RecordedEvent> entries) {
    var decisions = entries.stream().filter(e -> e.data() instanceof RecognitionDecided).toList();
    if (decisions.isEmpty()) {
      return List.of();
    }
    var issuers = issuers(version, decisions);
    var found = new ArrayList<Decision>();
    for (var entry : decisions) {
      var issuer = issuers.get(decided(entry).itemId());
      if (issuer != null) {
        found.add(new Decision(entry, issuer));
      }
    }
    return found;
  }

  /** The decisions to reuse by who relies on whom. */
  private static Map<String, List<RecordedEvent>> reused(List<Decision> decisions) {
    var found = new LinkedHashMap<String, List<RecordedEvent>>();
    for (var decision : decisions) {
      if (decision.decided().decision() == RecognitionDecision.REUSED) {
        found
            .computeIfAbsent(
                Reliance.key(decision.decided().partner(), decision.issuer()),
                _ -> new ArrayList<>())
            .add(decision.entry());
      }
    }
    return found;
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
}
