package org.icsregistry.projection.rebuild;

import org.icsregistry.projection.rebuild.Version.State;
import org.springframework.stereotype.Component;

/** How far the projections that serve have come. */
@Component
public class Places {

  private final Versions versions;

  Places(Versions versions) {
    this.versions = versions;
  }

  /** Index of the last entry that this projection holds; -1 for none. */
  public long last(String projection) {
    return versions.in(projection, State.SERVING).orElseThrow().nextIndex() - 1;
  }
}
