package org.icsregistry.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithBroker.class)
@Timeout(120)
class LogReaderTest {
  private static final Duration A_WHILE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(1_500);

  private final Broker broker;

  LogReaderTest(Broker broker) {
    this.broker = broker;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void poll_returnsTheLogInOrder_howeverItIsSpreadBatchedAbortedAndResumed(long seed) {
    Random random = new Random(seed);
    int partitions = 1 + random.nextInt(6);
    String topic = broker.newTopic(partitions);
    long total = 3_000;
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writeRandomly(writer, random, partitions, total);
    }
    List<LogRecord> read = new ArrayList<>();
    LogPosition position = LogPosition.start();
    while (read.size() < total) {
      // Each reader takes a few random batches, then another goes on from its stored position.
      try (LogReader reader = reader(topic, position)) {
        for (int batches = 1 + random.nextInt(6); batches > 0 && read.size() < total; batches--) {
          read.addAll(reader.poll(A_WHILE, 1 + random.nextInt(400)));
        }
        position = LogPosition.of(reader.position().nextIndex(), reader.position().offsetsText());
        assertThat(position.nextIndex()).isEqualTo(read.size());
      }
    }
    assertThat(read).isEqualTo(records(0, total));
  }

  private static void writeRandomly(LogWriter writer, Random random, int partitions, long total) {
    long next = 0;
    while (next < total) {
      boolean commit = random.nextInt(4) > 0;
      writer.begin();
      long index = next;
      for (long end = Math.min(total, next + 1 + random.nextInt(200)); index < end; index++) {
        writer.write(random.nextInt(partitions), index);
      }
      if (commit) {
        writer.commit();
        next = index;
      } else {
        writer.abort();
      }
    }
  }

  @Test
  void poll_returnsEverythingBeforeAHole_thenNamesTheMissingIndex() {
    String topic = broker.newTopic(2);
    try (LogWriter writer = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      writer.begin().write(0, 0, 2).write(1, 1, 4, 5).commit();
      assertThat(readUpTo(reader, 3)).isEqualTo(records(0, 3));
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10))
          .isInstanceOfSatisfying(
              MissingIndexException.class, e -> assertThat(e.index()).isEqualTo(3));
      assertThatThrownBy(() -> reader.poll(Duration.ZERO, 10))
          .isInstanceOf(MissingIndexException.class);
      assertThat(reader.position().nextIndex()).isEqualTo(3);
    }
  }

  @Test
  void poll_namesTheMissingIndex_whenTheFirstRecordIsGone() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      writer.begin().write(0, 1).commit();
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10))
          .isInstanceOfSatisfying(MissingIndexException.class, e -> assertThat(e.index()).isZero());
    }
  }

  @Test
  void poll_waits_whileTheNextIndexIsInAnOpenTransaction() {
    String topic = broker.newTopic(2);
    try (LogWriter slow = new LogWriter(broker, topic);
        LogWriter quick = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      slow.begin().write(1, 0).flush();
      quick.begin().write(0, 1).commit();
      assertThat(reader.poll(SHORT, 10)).isEmpty();
      assertThat(reader.poll(SHORT, 10)).isEmpty();
      slow.commit();
      assertThat(readUpTo(reader, 2)).isEqualTo(records(0, 2));
    }
  }

  @Test
  void poll_namesTheMissingIndex_onceItsTransactionIsAborted() {
    String topic = broker.newTopic(2);
    try (LogWriter slow = new LogWriter(broker, topic);
        LogWriter quick = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      slow.begin().write(1, 0).flush();
      quick.begin().write(0, 1).commit();
      assertThat(reader.poll(SHORT, 10)).isEmpty();
      slow.abort();
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10)).isInstanceOf(MissingIndexException.class);
    }
  }

  @Test
  void poll_namesADuplicate_inAnotherPartition() {
    String topic = broker.newTopic(2);
    try (LogWriter writer = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      writer.begin().write(0, 0, 1).write(1, 1, 2).commit();
      assertThat(readUpTo(reader, 2)).isEqualTo(records(0, 2));
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10))
          .isInstanceOfSatisfying(
              DuplicateIndexException.class, e -> assertThat(e.index()).isEqualTo(1));
    }
  }

  @Test
  void poll_namesADuplicate_inTheSamePartition_longAfterItWasRead() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      writer.begin().write(0, 0, 1, 2).commit();
      assertThat(readUpTo(reader, 3)).isEqualTo(records(0, 3));
      writer.begin().write(0, 1).commit();
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10))
          .isInstanceOf(DuplicateIndexException.class);
    }
  }

  @Test
  void poll_namesAPartitionThatIsNotInOrder() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      writer.begin().write(0, 0, 2, 1).commit();
      assertThat(readUpTo(reader, 1)).isEqualTo(records(0, 1));
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10))
          .isInstanceOfSatisfying(
              IndexOrderException.class, e -> assertThat(e.index()).isEqualTo(1));
    }
  }

  @Test
  void poll_namesARecord_withoutIndexHeader() {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      writer.begin().write(0, 0).send(0, "subject", new byte[1]).commit();
      assertThat(readUpTo(reader, 1)).isEqualTo(records(0, 1));
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10))
          .isInstanceOf(MalformedLogRecordException.class)
          .hasMessage("The record in partition 0 at offset 1 has no header logindex");
    }
  }

  @Test
  void poll_skipsWhatIsBelowItsStart_whenTheHintPointsEarlier() {
    String topic = broker.newTopic(3);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, 0, 3).write(1, 1, 4).write(2, 2, 5).commit();
    }
    try (LogReader reader = reader(topic, LogPosition.of(4, "1:1"))) {
      assertThat(readUpTo(reader, 2)).isEqualTo(records(4, 6));
    }
  }

  @Test
  void poll_looksThroughTheWholeTopic_whenTheHintPointsBeyondTheRecord() {
    String topic = broker.newTopic(2);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, 0, 2, 4).write(1, 1, 3, 5).commit();
    }
    try (LogReader reader = reader(topic, LogPosition.of(2, "0:2,1:1"))) {
      assertThat(readUpTo(reader, 4)).isEqualTo(records(2, 6));
    }
  }

  @Test
  void poll_looksThroughTheWholeTopic_whenTheHintPointsBeyondTheEnd() {
    String topic = broker.newTopic(2);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, 0, 2).write(1, 1).commit();
    }
    try (LogReader reader = reader(topic, LogPosition.of(1, "0:9000,1:7000"))) {
      assertThat(readUpTo(reader, 2)).isEqualTo(records(1, 3));
    }
  }

  @Test
  void poll_waitsForATopic_thatIsNotThereYet() {
    String topic = "late-" + System.nanoTime();
    try (LogReader reader = reader(topic, LogPosition.start())) {
      assertThat(reader.poll(SHORT, 10)).isEmpty();
      broker.createTopic(topic, 3);
      try (LogWriter writer = new LogWriter(broker, topic)) {
        writer.begin().write(2, 0, 1).write(1, 2).commit();
      }
      assertThat(readUpTo(reader, 3)).isEqualTo(records(0, 3));
    }
  }

  @Test
  void poll_readsPartitions_thatAreAddedLater() {
    String topic = broker.newTopic(1);
    try (LogWriter before = new LogWriter(broker, topic);
        LogReader reader = reader(topic, LogPosition.start())) {
      before.begin().write(0, 0, 1).commit();
      assertThat(readUpTo(reader, 2)).isEqualTo(records(0, 2));
      broker.addPartitions(topic, 4);
      try (LogWriter after = new LogWriter(broker, topic)) {
        after.begin().write(3, 2).write(2, 3).write(0, 4).commit();
        assertThat(readUpTo(reader, 3)).isEqualTo(records(2, 5));
        after.begin().write(1, 5).commit();
        assertThat(readUpTo(reader, 1)).isEqualTo(records(5, 6));
      }
      assertThat(reader.position().offsets()).containsOnlyKeys(0, 1, 2, 3);
    }
  }

  @Test
  void poll_goesOn_afterTheBrokerWasAway() {
    String topic = broker.newTopic(2);
    try (LogReader reader = reader(topic, LogPosition.start())) {
      try (LogWriter writer = new LogWriter(broker, topic)) {
        writer.begin().write(0, 0).write(1, 1).commit();
      }
      assertThat(readUpTo(reader, 2)).isEqualTo(records(0, 2));
      broker.stop();
      assertThat(reader.poll(SHORT, 10)).isEmpty();
      broker.start();
      try (LogWriter writer = new LogWriter(broker, topic)) {
        writer.begin().write(1, 2).write(0, 3).commit();
      }
      assertThat(readUpTo(reader, 2)).isEqualTo(records(2, 4));
    }
  }

  @Test
  void poll_holdsLittleInMemory_whenOnePartitionIsFarAhead() {
    String topic = broker.newTopic(2);
    int ahead = 40_000;
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().write(0, LongStream.range(ahead, 2L * ahead).toArray()).commit();
      writer.begin().write(1, LongStream.range(0, ahead).toArray()).commit();
    }
    long limit = 100_000;
    long onePoll = 5_000 * 220;
    try (LogReader reader = new LogReader(broker.properties(), topic, LogPosition.start(), limit)) {
      List<LogRecord> read = new ArrayList<>();
      while (read.size() < 2 * ahead) {
        read.addAll(reader.poll(A_WHILE, 1_000));
        assertThat(reader.bufferedBytes()).isLessThan(limit + 2 * onePoll);
      }
      assertThat(read).isEqualTo(records(0, 2L * ahead));
    }
  }

  @Test
  void wakeup_endsAPoll_withoutLosingARecord() throws InterruptedException {
    String topic = broker.newTopic(1);
    try (LogReader reader = reader(topic, LogPosition.start());
        LogWriter writer = new LogWriter(broker, topic)) {
      Thread waker = Thread.ofVirtual().start(reader::wakeup);
      assertThatThrownBy(() -> reader.poll(A_WHILE, 10)).isInstanceOf(WakeupException.class);
      waker.join();
      writer.begin().write(0, 0, 1).commit();
      assertThat(readUpTo(reader, 2)).isEqualTo(records(0, 2));
    }
  }

  @Test
  void poll_rejects_aMaximumOfNothing() {
    try (LogReader reader = reader(broker.newTopic(1), LogPosition.start())) {
      assertThatThrownBy(() -> reader.poll(A_WHILE, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private LogReader reader(String topic, LogPosition from) {
    return new LogReader(broker.properties(), topic, from);
  }

  private static List<LogRecord> readUpTo(LogReader reader, int count) {
    List<LogRecord> read = new ArrayList<>();
    while (read.size() < count) {
      List<LogRecord> batch = reader.poll(A_WHILE, count - read.size());
      assertThat(batch).as("after %d of %d records", read.size(), count).isNotEmpty();
      read.addAll(batch);
    }
    return read;
  }

  private static List<LogRecord> records(long from, long to) {
    return LongStream.range(from, to).mapToObj(LogWriter::record).toList();
  }
}
