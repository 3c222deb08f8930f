package org.icsregistry.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithBroker.class)
@Timeout(120)
class LogTailTest {
  private final Broker broker;

  LogTailTest(Broker broker) {
    this.broker = broker;
  }

  @Test
  void lastIndex_isEmpty_whenNothingWasWritten() {
    assertThat(tail(broker.newTopic(3)).lastIndex()).isEmpty();
  }

  @Test
  void lastIndex_isTheHighest_overAllPartitions() {
    String topic = broker.newTopic(3);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, 0, 4).write(1, 1, 2, 3).commit();
    }
    assertThat(tail(topic).lastIndex()).hasValue(4);
  }

  @Test
  void lastIndex_passesOverMarkersAndAbortedRecords_howeverManyThereAre() {
    String topic = broker.newTopic(2);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, 0).write(1, 1).commit();
      for (int i = 0; i < 60; i++) {
        writer.begin().write(1, LongStream.range(2, 30).toArray()).abort();
      }
    }
    assertThat(tail(topic).lastIndex()).hasValue(1);
  }

  @Test
  void lastIndex_isEmpty_whenEverythingWasAborted() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, LongStream.range(0, 500).toArray()).abort();
    }
    assertThat(tail(topic).lastIndex()).isEmpty();
  }

  @Test
  void lastIndex_waits_untilAnOpenTransactionIsDecided() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, 0).flush();
      CompletableFuture<OptionalLong> last =
          CompletableFuture.supplyAsync(() -> tail(topic).lastIndex());
      await().during(Duration.ofMillis(500)).until(() -> !last.isDone());
      writer.commit();
      assertThat(last.join()).hasValue(0);
    }
  }

  @Test
  void lastIndex_namesAnOpenTransaction_whenTimeIsOver() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, 0).flush();
      assertThatThrownBy(() -> tail(topic).lastIndex(Duration.ofSeconds(1)))
          .isInstanceOf(OpenTransactionException.class);
      writer.abort();
    }
  }

  @Test
  void lastIndex_rejects_whenThereIsNoTopic() {
    assertThatThrownBy(() -> tail("no-such-topic").lastIndex(Duration.ofSeconds(10)))
        .isInstanceOf(LogTopicMissingException.class);
  }

  @Test
  void lastIndex_rejects_aRecordWithoutIndex() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().send(0, "subject", new byte[1]).commit();
    }
    assertThatThrownBy(() -> tail(topic).lastIndex())
        .isInstanceOf(MalformedLogRecordException.class);
  }

  private LogTail tail(String topic) {
    return new LogTail(broker.properties(), topic);
  }
}
