package org.icsregistry.bench.load;

/** A load on something to compare with, whose tables are grown to the size of the log. */
public interface Comparison extends Load {

  /** Fills up, as fast as the database can. */
  void growTo(long rows);
}
