package org.icsregistry.projection.figures;

import java.util.List;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.projection.rebuild.Digest;

/** Keeps some of the rows that figures are counted from. */
interface Tally {

  /** Folds entries into rows; gives the digest of the rows after. */
  Digest apply(int version, List<RecordedEvent> entries, Digest digest);
}
