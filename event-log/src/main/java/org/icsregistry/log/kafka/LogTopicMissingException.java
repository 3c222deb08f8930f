package org.icsregistry.log.kafka;

import org.icsregistry.log.LogException;

/** The topic of the log is not there. */
public final class LogTopicMissingException extends LogException {
  LogTopicMissingException(String topic) {
    super(
        "Topic %s is not on this broker. Create it before asking for its last index"
            .formatted(topic));
  }
}
