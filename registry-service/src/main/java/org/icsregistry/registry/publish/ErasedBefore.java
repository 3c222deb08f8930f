package org.icsregistry.registry.publish;

import java.util.Map;

/**
 * What was forgotten stays forgotten, whatever backup the database was restored from. Both are
 * called before anything is accepted or any key handed out.
 */
public interface ErasedBefore {

  /** The store holds all that the topic holds. */
  void completeFromStore();

  /**
   * The store is not what the topic says; whatever becomes of it, erasures on the topic count.
   *
   * @param consumer properties of a consumer of the topic
   * @param lastIndex of the topic
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  void completeFromTopic(Map<String, Object> consumer, long lastIndex);
}
