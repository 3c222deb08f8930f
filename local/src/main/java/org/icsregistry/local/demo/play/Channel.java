package org.icsregistry.local.demo.play;

import java.time.Duration;
import java.util.List;

/** A way for commands to the registry and for answers back. For one thread. */
public interface Channel extends AutoCloseable {

  /** Sends a command; its answer comes from a later {@link #poll}. */
  void send(DemoCommand command);

  /** Answers that have come, waiting at most this long for a first one. */
  List<Answer> poll(Duration timeout);

  @Override
  void close();
}
