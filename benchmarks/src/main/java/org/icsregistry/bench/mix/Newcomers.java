package org.icsregistry.bench.mix;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * People who are registered, one command each: what comes in while everybody is looked at again.
 */
public final class Newcomers implements Supplier<Envelope> {

  private final String organisation;
  private final LocalDate today;
  private final Ids ids;

  public Newcomers(String organisation, long seed, LocalDate today) {
    this.organisation = organisation;
    this.today = today;
    this.ids = new Ids(seed);
  }

  @Override
  public Envelope get() {
    return Step.RECRUITED
        .getFirst()
        .of(new Volunteer(ids.next(), organisation, ids, Step.RECRUITED), ids, today);
  }
}
