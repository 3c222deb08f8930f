package org.icsregistry.auditor.source;

import java.util.Optional;
import java.util.function.Consumer;

/** The files of a log as C2SP tlog-tiles lays them out, wherever they are kept. */
interface FileStore {
  /** How findings name it. */
  String name();

  /**
   * The bytes of a file; empty if there is none.
   *
   * @param path below the prefix of the log
   * @throws SourceException if the store cannot be read
   */
  Optional<byte[]> read(String path);

  /** Hands out the notes of checkpoints that the store keeps besides the newest one. */
  void eachOlderCheckpoint(Consumer<byte[]> note);
}
