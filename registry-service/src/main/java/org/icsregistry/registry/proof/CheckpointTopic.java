package org.icsregistry.registry.proof;

import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.registry.publish.Topics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Checkpoints on Kafka, keyed by origin. One that is lost with a process is covered by the next.
 */
@Component
class CheckpointTopic {

  private final KafkaTemplate<String, byte[]> template;

  CheckpointTopic(KafkaTemplate<String, byte[]> template) {
    this.template = template;
  }

  void publish(SignedCheckpoint signed) {
    var _ =
        template.executeInTransaction(
            t -> t.send(Topics.CHECKPOINTS, signed.checkpoint().origin(), signed.bytes()));
  }
}
