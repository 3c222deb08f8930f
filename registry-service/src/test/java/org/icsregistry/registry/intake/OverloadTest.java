package org.icsregistry.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.LogCheck;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.RunningRegistry.Reply;
import org.icsregistry.registry.fixture.Submitter;
import org.junit.jupiter.api.Test;

/** More than the registry can take is refused at once, and remembered nowhere. */
class OverloadTest {

  private static final int ROOM = 10;
  private static final int SENT = 300;

  private static final RunningRegistry SHARED = RunningRegistry.shared();

  @Test
  void aFullQueue_answers429_andWorksAgainWhenTheStoreDoes() throws SQLException {
    try (var small = SHARED.another("registry.batch.waiting=" + ROOM)) {
      var partner = Commands.admitted(small);
      var replies = new ConcurrentLinkedQueue<Reply>();
      try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
        try (var stalled = SHARED.store().stall()) {
          for (int i = 0; i < SENT; i++) {
            var command = Commands.registerVolunteer(partner, Commands.id());
            senders.execute(() -> replies.add(small.send(partner, command)));
          }
          await().until(() -> replies.size() >= SENT - 3 * ROOM);
          assertThat(new Submitter(small).waiting()).isLessThanOrEqualTo(ROOM);
          overloaded(List.copyOf(replies));
          var batch = small.sendBatch(partner, "[" + Commands.link(partner, Commands.id()) + "]");
          assertThat(batch.body().get(0).path("status").asInt()).isEqualTo(429);
          stalled.commit();
        }
      }
      assertThat(replies).hasSize(SENT);
      assertThat(replies).extracting(Reply::status).contains(201).containsOnly(201, 429);
      small.accept(partner, Commands.registerVolunteer(partner, Commands.id()));
    }
    LogCheck.everythingHolds(SHARED.store());
  }

  private static void overloaded(List<Reply> replies) {
    assertThat(replies)
        .allSatisfy(reply -> {
          assertThat(reply.status()).isEqualTo(429);
          assertThat(reply.code()).isEqualTo("OVERLOADED");
          assertThat(reply.response().headers().firstValue("Retry-After")).hasValue("1");
        });
  }
}
