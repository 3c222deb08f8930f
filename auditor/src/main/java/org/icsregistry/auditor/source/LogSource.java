package org.icsregistry.auditor.source;

import java.util.function.Consumer;

/** A log as somebody hands it out. */
public sealed interface LogSource permits TiledSource, KafkaSource {
  /** How findings name it. */
  String name();

  /**
   * Hands out every checkpoint the source has, in the order in which it has them, as bytes.
   *
   * @throws SourceException if it cannot be read
   */
  void eachCheckpoint(Consumer<byte[]> note);

  /**
   * Begins to read entries in the order of the log.
   *
   * @param from index of the first
   * @param end index after the last
   */
  EntryFlow entries(long from, long end);
}
