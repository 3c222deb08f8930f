package org.icsregistry.kit.log;

import java.util.List;
import org.icsregistry.log.kafka.LogRecord;

/**
 * What a service makes of the log. Called inside the transaction that also stores the position:
 * either both are there afterwards, or neither.
 */
@FunctionalInterface
public interface LogBatchHandler {

  /**
   * Applies records with consecutive indexes that follow on the last ones. Whatever it throws rolls
   * everything back; the same records come again, alone if need be.
   */
  void handle(List<LogRecord> batch);
}
