package org.icsregistry.auditor.fsck;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.replay.History;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.ProgrammeEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Tie;

/**
 * What the read models hold, and what the log makes of them up to the same index: the digest that
 * is kept, the digest of the rows that are there, and the digest of the fold have to be one. Of
 * figures, which only the projection service can fold, the first two.
 */
final class ReadModels {
  private static final String PASSPORT = "passport";
  private static final String DIRECTORY = "directory";
  private static final String AUDIT = "audit";
  private static final String OPPORTUNITY = "opportunity";
  private static final String READINESS = "readiness";
  private static final String FIGURES = "figures";

  /** Tables of typed columns; their digest is of the rows in PostgreSQL's JSON. */
  private static final List<String> TABLES_OF_FIGURES =
      List.of(
          "figure_presence",
          "figure_given",
          "figure_application",
          "figure_turn",
          "figure_exit",
          "figure_decision",
          "figure_clearance",
          "figure_bypass",
          "figure_warning",
          "figure_call_up");

  private final Map<String, Model> models = new HashMap<>();
  private final History passports = new History(null);
  private final History directory = new History("");
  private final History opportunities = new History("");
  private final DigestSum leaves = new DigestSum();

  /**
   * Of the rows that decide who sees somebody: in no digest that is kept, but made of passports.
   */
  private final DigestSum ties = new DigestSum();

  private record Model(long nextIndex, DigestSum kept, DigestSum rows) {}

  ReadModels(Database projection) {
    projection.each(
        "select projection, next_index, digest from projection_version where state = 'SERVING'",
        row ->
            models.put(
                row.getString(1),
                new Model(row.getLong(2), DigestSum.of(row.getBytes(3)), new DigestSum())));
    documents(projection, PASSPORT, "select key, doc from passport");
    ties(projection);
    documents(
        projection,
        DIRECTORY,
        """
        select key, doc from partner union all select key, doc from role
        union all select key, doc from surge union all select key, doc from programme
        """);
    documents(projection, OPPORTUNITY, "select key, doc from opportunity");
    documents(
        projection,
        READINESS,
        """
        select key, doc from readiness union all select key, doc from reliance
        union all select 'relied', row_to_json(t)::text from relied t
        """);
    TABLES_OF_FIGURES.forEach(table ->
        documents(
            projection,
            FIGURES,
            "select '%1$s', row_to_json(t)::text from %1$s t".formatted(table)));
    projection.each(
        "select leaf_hash from audit", row -> model(AUDIT).rows().addHash(row.getBytes(1)));
  }

  private void documents(Database projection, String model, String sql) {
    projection.each(
        sql, row -> model(model).rows().addDocument(row.getString(1), row.getString(2)));
  }

  private void ties(Database projection) {
    projection.each(
        """
        select subject, partner, linked, granted::text, nullif(emergency_until, '-infinity')
          from passport_tie
        """,
        row -> {
          var until = row.getObject(5, OffsetDateTime.class);
          ties.addTie(
              new Tie(
                  row.getString(1),
                  row.getString(2),
                  row.getBoolean(3),
                  row.getString(4),
                  until == null ? null : until.toInstant()));
        });
    projection.each(
        "select subject, partner from passport_link",
        row -> ties.addLink(row.getString(1), row.getString(2)));
  }

  private Model model(String name) {
    return models.getOrDefault(name, new Model(0, new DigestSum(), new DigestSum()));
  }

  /** The next event of the log. */
  void event(long index, byte[] leafHash, RecordedEvent event) {
    if (index < model(AUDIT).nextIndex()) {
      leaves.addHash(leafHash);
    }
    if (index < model(PASSPORT).nextIndex() && Passport.concerns(event)) {
      passports.apply(event);
    }
    boolean concernsDirectory =
        event.data() instanceof PartnerEvent
            || event.data() instanceof RoleEvent
            || event.data() instanceof SurgeEvent
            || event.data() instanceof ProgrammeEvent;
    if (index < model(DIRECTORY).nextIndex() && concernsDirectory) {
      directory.apply(event);
    }
    if (index < model(OPPORTUNITY).nextIndex() && event.data() instanceof OpportunityEvent) {
      opportunities.apply(event);
    }
  }

  /** The log has ended at this size. */
  void compare(long size, Findings findings) {
    compare(AUDIT, leaves, size, findings);
    compare(PASSPORT, sum(List.of(passports.passports())), size, findings);
    compareTies(findings);
    compare(
        DIRECTORY,
        sum(
            List.of(
                directory.partners(),
                directory.roles(),
                directory.surges(),
                directory.programmes())),
        size,
        findings);
    compare(OPPORTUNITY, sum(List.of(opportunities.opportunities())), size, findings);
    compare(READINESS, model(READINESS).kept(), size, findings);
    compare(FIGURES, model(FIGURES).kept(), size, findings);
  }

  private void compareTies(Findings findings) {
    var folded = new DigestSum();
    passports
        .passports()
        .forEach((subject, passport) ->
            Tie.of(subject, passport.person().relations())
                .forEach(tie -> {
                  folded.addTie(tie);
                  if (tie.linked()) {
                    folded.addLink(subject, tie.partner());
                  }
                }));
    if (!folded.equals(ties)) {
      findings.add(
          new CopyFinding.ReadModelDiffers(
              PASSPORT,
              model(PASSPORT).nextIndex(),
              "ties and links that the passports make, with digest " + folded,
              "rows with digest " + ties));
    }
  }

  private static DigestSum sum(List<Map<String, ?>> documents) {
    DigestSum sum = new DigestSum();
    documents.forEach(some ->
        some.forEach((key, doc) -> sum.addDocument(key, Json.MAPPER.writeValueAsString(doc))));
    return sum;
  }

  private void compare(String name, DigestSum folded, long size, Findings findings) {
    Model model = model(name);
    if (model.nextIndex() > size) {
      findings.add(
          new CopyFinding.ReadModelDiffers(
              name,
              model.nextIndex(),
              "a position up to the size of the log, " + size,
              "one beyond it"));
      return;
    }
    String expected = "digest %s".formatted(folded);
    if (!folded.equals(model.kept())) {
      findings.add(
          new CopyFinding.ReadModelDiffers(
              name, model.nextIndex(), expected, "kept digest " + model.kept()));
    }
    if (!folded.equals(model.rows())) {
      findings.add(
          new CopyFinding.ReadModelDiffers(
              name, model.nextIndex(), expected, "rows with digest " + model.rows()));
    }
  }
}
