package org.icsregistry.auditor.source;

import java.util.List;

/** Entries in the order of the log, as they arrive. For one thread. */
public interface EntryFlow extends AutoCloseable {
  /**
   * The next entries, one after the other.
   *
   * @return empty when the source has no more
   * @throws org.icsregistry.log.LogException if the source has something that cannot be part of a
   *     log
   * @throws SourceException if the source cannot be read
   */
  List<Entry> next();

  @Override
  void close();
}
