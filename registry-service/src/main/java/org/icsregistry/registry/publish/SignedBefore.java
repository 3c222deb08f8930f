package org.icsregistry.registry.publish;

/** What the log has put its name to, and readers have seen. */
public interface SignedBefore {

  /**
   * The newest checkpoint on the topic must be one of this very log.
   *
   * @throws ContradictionException when the log is shorter, or another one
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  void requireSame();
}
