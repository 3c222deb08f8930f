package org.icsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.publish.ContradictionException;
import org.icsregistry.registry.publish.SignedBefore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A checkpoint that readers hold binds the registry, also one that its database has forgotten. */
class SignedOnTopicTest {

  private final RunningRegistry registry = RunningRegistry.start();
  private final String partner = Commands.admitted(registry);

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void aLargerCheckpointThanTheLog_isRefused_andNoCommandIsAccepted() {
    publish(registry.store().size() + 10, new byte[32]);

    refused("but the log has only");
  }

  @Test
  void anotherRootThanTheLogs_isRefused_alsoBesideTheRightOne() {
    long size = registry.store().size();
    publish(size, registry.bean(Checkpoints.class).rootAt(size));
    publish(size, new byte[32]);

    refused("has another root than the log");
  }

  @Test
  void aCheckpointOfThisLog_agrees_alsoWhenTheStoreHasNotSignedIt() {
    long size = registry.store().size();
    var checkpoints = registry.bean(Checkpoints.class);
    var tiles = registry.bean(TileRoots.class);
    for (long s = 1; s <= size; s++) {
      assertThat(checkpoints.rootAt(s)).isEqualTo(tiles.plus(Frontier.empty(), s).root());
    }
    publish(size, checkpoints.rootAt(size));

    assertThatCode(() -> registry.bean(SignedBefore.class).requireSame())
        .doesNotThrowAnyException();
  }

  private void publish(long size, byte[] root) {
    var keys = registry.bean(LogKeys.class);
    registry
        .bean(CheckpointTopic.class)
        .publish(keys.sign(new Checkpoint(keys.origin(), size, root)));
  }

  private void refused(String why) {
    assertThatThrownBy(() -> registry.bean(SignedBefore.class).requireSame())
        .isInstanceOf(ContradictionException.class)
        .hasMessageContaining(why);
    registry.restart();
    assertThat(registry.get("/actuator/health/readiness").status()).isEqualTo(503);
    var reply = registry.send(partner, Commands.registerVolunteer(partner, Commands.id()));
    assertThat(reply.code()).isEqualTo("UNAVAILABLE");
  }
}
