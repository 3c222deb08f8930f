package org.icsregistry.projection.opportunity;

import java.util.List;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.projection.rebuild.Digest;
import org.icsregistry.projection.rebuild.DocumentTable;
import org.icsregistry.projection.rebuild.Entry;
import org.icsregistry.projection.rebuild.Projection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the opportunities by id. */
@Component
class OpportunityProjection implements Projection {

  static final String NAME = "opportunity";

  private final DocumentTable<Opportunity> opportunities;

  OpportunityProjection(JdbcTemplate jdbc) {
    this.opportunities =
        new DocumentTable<>(
            jdbc,
            "opportunity",
            Opportunity.class,
            (before, entry) ->
                (before == null ? Opportunity.unknown(entry.subject()) : before)
                    .evolve((OpportunityEvent) entry.data()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Digest apply(int version, List<Entry> batch, Digest digest) {
    var entries =
        batch.stream().map(Entry::event).filter(e -> e.data() instanceof OpportunityEvent).toList();
    return opportunities.apply(version, entries, digest);
  }
}
