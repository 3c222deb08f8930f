package org.icsregistry.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Something that runs until it is stopped; if it ends by itself, the system cannot go on. */
interface Part {

  /** The order of stopping: nothing loses what it needs to stop well. */
  enum Tier {
    SERVICE,
    BROKER,
    DATABASE
  }

  String name();

  Tier tier();

  /** What it last said can be read here. */
  Path log();

  /** Completes when it has ended, with a sentence about how, such as "exit code 1". */
  CompletableFuture<String> ended();

  /** Asks it to stop and waits until it has. */
  void stop();
}
