package org.icsregistry.auditor.fsck;

import java.util.concurrent.atomic.AtomicBoolean;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.Findings;

/**
 * What is left of people who were forgotten: without a key nothing that is sealed opens, wherever a
 * copy of it lies, so it is the keys that are looked for.
 */
final class Leftovers {

  private Leftovers() {}

  static void check(Database registry, Findings findings) {
    var keys = new AtomicBoolean();
    registry.each(
        "select to_regclass('keys.subject_key') is not null", row -> keys.set(row.getBoolean(1)));
    if (!keys.get()) {
      return;
    }
    registry.each(
        """
        select e.log_index, count(*) from event_log e join keys.subject_key k on k.subject = e.subject
        where e.type = 'VolunteerErased.v1' and not k.held group by e.log_index order by e.log_index
        """,
        row -> findings.add(new CopyFinding.KeysLeft("keys", row.getLong(1), row.getLong(2))));
  }
}
