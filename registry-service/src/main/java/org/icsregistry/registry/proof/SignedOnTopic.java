package org.icsregistry.registry.proof;

import java.util.Arrays;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.registry.publish.ContradictionException;
import org.icsregistry.registry.publish.SignedBefore;
import org.springframework.stereotype.Component;

/** Compares the newest checkpoint on the topic with the log in the store. */
@Component
class SignedOnTopic implements SignedBefore {

  private final CheckpointOnTopic topic;
  private final Checkpoints checkpoints;

  SignedOnTopic(CheckpointOnTopic topic, Checkpoints checkpoints) {
    this.topic = topic;
    this.checkpoints = checkpoints;
  }

  @Override
  public void requireSame() {
    topic.newest().forEach(this::requireSame);
  }

  private void requireSame(Checkpoint newest) {
    long size = checkpoints.logSize();
    if (newest.size() > size) {
      throw new ContradictionException(
          "a checkpoint of size "
              + newest.size()
              + " stands on the topic, but the log has only "
              + size
              + " entries: the database is older than what was signed, which happens when a backup is restored.");
    }
    if (!Arrays.equals(newest.root(), rootAt(newest.size()))) {
      throw new ContradictionException(
          "the checkpoint of size "
              + newest.size()
              + " on the topic has another root than the log: an older backup was restored, and commands were accepted since.");
    }
  }

  private byte[] rootAt(long size) {
    try {
      return checkpoints.rootAt(size);
    } catch (LogContradictionException incomplete) {
      throw new ContradictionException(
          "the log lacks entries below size " + size + ", which a checkpoint on the topic covers.");
    }
  }
}
