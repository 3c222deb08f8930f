package org.icsregistry.kit.log;

import org.icsregistry.log.kafka.LogPosition;
import org.icsregistry.log.kafka.LogReader;

/** Opens the log at a position. */
@FunctionalInterface
interface LogSource {
  LogReader open(LogPosition from);
}
