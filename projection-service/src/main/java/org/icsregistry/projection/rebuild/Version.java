package org.icsregistry.projection.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a projection's tables.
 *
 * @param nextIndex first log index that is not in its tables yet
 * @param servedAt when it began to serve
 * @param matched whether it had the digest of the version it replaced; absent for the first, and
 *     where the two were not at the same index
 */
record Version(
    String projection,
    int version,
    State state,
    long nextIndex,
    Digest digest,
    Instant openedAt,
    @Nullable Instant servedAt,
    @Nullable Boolean matched) {

  enum State {
    BUILDING,
    SERVING,
    RETIRED
  }

  /** The same version further on. */
  Version at(long next, Digest rows) {
    return new Version(projection, version, state, next, rows, openedAt, servedAt, matched);
  }
}
