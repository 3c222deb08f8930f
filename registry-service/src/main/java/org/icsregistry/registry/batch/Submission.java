package org.icsregistry.registry.batch;

import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.registry.command.CommandContext.Origin;
import org.icsregistry.registry.keys.DataKey;

/** A command that has passed every check that needs no state, and waits for its decision. */
public final class Submission {

  private final Origin origin;
  private final Command command;
  private final byte[] bodyMac;
  private final List<DataKey> keys;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /**
   * @param bodyMac keyed digest of what the sender wrote
   * @param keys data keys that the command's personal values are sealed with
   */
  public Submission(Origin origin, Command command, byte[] bodyMac, List<DataKey> keys) {
    this.origin = origin;
    this.command = command;
    this.bodyMac = bodyMac.clone();
    this.keys = List.copyOf(keys);
  }

  public Origin origin() {
    return origin;
  }

  Command command() {
    return command;
  }

  byte[] bodyMac() {
    return bodyMac;
  }

  List<DataKey> keys() {
    return keys;
  }

  /** Whether it is the same command under the same id, sent once more. */
  boolean repeats(Submission first) {
    return MessageDigest.isEqual(bodyMac, first.bodyMac);
  }

  /** The first one's answer is its own. */
  void answerLike(Submission first) {
    var _ = first.answer.thenAccept(answer::complete);
  }

  /** Completes when the command is decided and its events are durable. */
  public CompletableFuture<Answer> answer() {
    return answer;
  }
}
