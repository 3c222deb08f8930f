package org.icsregistry.bench.load;

import java.time.Duration;

/** Something that is done as often as possible for a while. */
public interface Load extends AutoCloseable {

  String name();

  /** What it costs and counts, in one line. */
  String description();

  /** Keeps going for this long; returns when nothing is under way any more. */
  Rate run(Duration duration);

  @Override
  void close();
}
