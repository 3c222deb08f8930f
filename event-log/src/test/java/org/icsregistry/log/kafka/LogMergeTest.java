package org.icsregistry.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogMergeTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void take_givesTheOrderOfTheLog_howeverThePartitionsArrive(long seed) {
    Random random = new Random(seed);
    List<List<Long>> partitions = spread(random, 500);
    LogMerge merge = mergeOf(partitions.size());
    int[] arrived = new int[partitions.size()];
    List<Long> taken = new ArrayList<>();
    while (taken.size() < 500) {
      int partition = random.nextInt(partitions.size());
      for (int more = random.nextInt(20);
          more > 0 && arrived[partition] < partitions.get(partition).size();
          more--) {
        int offset = arrived[partition]++;
        merge.add(partition, offset, LogWriter.record(partitions.get(partition).get(offset)));
      }
      merge.take(1 + random.nextInt(30)).forEach(record -> taken.add(record.index()));
      resumesBefore(merge, partitions, taken.size());
    }
    assertThat(taken).isEqualTo(LongStream.range(0, 500).boxed().toList());
    assertThat(merge.bytes()).isZero();
    assertThat(merge.size()).isZero();
  }

  /** The position to resume from skips no record that was not handed out. */
  private static void resumesBefore(LogMerge merge, List<List<Long>> partitions, long next) {
    assertThat(merge.nextIndex()).isEqualTo(next);
    merge
        .resumeOffsets()
        .forEach((partition, offset) -> {
          List<Long> skipped = partitions.get(partition).subList(0, offset.intValue());
          assertThat(skipped).allMatch(index -> index < next);
        });
  }

  @Test
  void resumeOffsets_passMarkers_whenNothingIsBuffered() {
    LogMerge merge = mergeOf(2);
    merge.add(0, 0, LogWriter.record(0));
    merge.passed(0, 2);
    merge.passed(1, 7);
    assertThat(merge.resumeOffsets()).isEqualTo(Map.of(0, 0L, 1, 7L));
    assertThat(merge.take(5)).hasSize(1);
    assertThat(merge.resumeOffsets()).isEqualTo(Map.of(0, 2L, 1, 7L));
  }

  @Test
  void hasPassed_isTrueOnly_whenEveryPartitionIsAtItsEndOrAhead() {
    LogMerge merge = mergeOf(2);
    merge.add(0, 0, LogWriter.record(1));
    assertThat(merge.isWaiting()).isTrue();
    assertThat(merge.hasPassed(Map.of(0, 9L, 1, 4L))).isFalse();
    merge.passed(1, 3);
    assertThat(merge.hasPassed(Map.of(0, 9L, 1, 4L))).isFalse();
    merge.passed(1, 4);
    assertThat(merge.hasPassed(Map.of(0, 9L, 1, 4L))).isTrue();
  }

  @Test
  void restart_skipsWhatWasHandedOut() {
    LogMerge merge = mergeOf(1);
    merge.add(0, 0, LogWriter.record(0));
    merge.add(0, 1, LogWriter.record(1));
    assertThat(merge.take(1)).hasSize(1);
    merge.restart();
    assertThat(merge.resumeOffsets()).isEqualTo(Map.of(0, 0L));
    merge.add(0, 0, LogWriter.record(0));
    merge.add(0, 1, LogWriter.record(1));
    assertThat(merge.take(9)).containsExactly(LogWriter.record(1));
  }

  @Test
  void add_tellsADuplicate_fromARecordOutOfOrder() {
    LogMerge merge = mergeOf(2);
    merge.add(0, 0, LogWriter.record(3));
    merge.add(1, 0, LogWriter.record(2));
    assertThatThrownBy(() -> merge.add(0, 1, LogWriter.record(3)))
        .isInstanceOf(DuplicateIndexException.class)
        .hasMessageContaining("partition 0 at offset 1");
    assertThatThrownBy(() -> merge.add(0, 1, LogWriter.record(2)))
        .isInstanceOf(DuplicateIndexException.class);
    assertThatThrownBy(() -> merge.add(0, 1, LogWriter.record(1)))
        .isInstanceOf(IndexOrderException.class);
  }

  @Test
  void take_namesADuplicate_thatIsInAnotherPartition() {
    LogMerge merge = mergeOf(2);
    merge.add(0, 0, LogWriter.record(0));
    merge.add(1, 5, LogWriter.record(0));
    assertThat(merge.take(9)).hasSize(1);
    assertThat(merge.ready()).isTrue();
    assertThatThrownBy(() -> merge.take(9)).isInstanceOf(DuplicateIndexException.class);
  }

  private static LogMerge mergeOf(int partitions) {
    LogMerge merge = new LogMerge(0);
    IntStream.range(0, partitions).forEach(partition -> merge.addPartition(partition, 0));
    return merge;
  }

  private static List<List<Long>> spread(Random random, int count) {
    List<List<Long>> partitions = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      partitions.add(new ArrayList<>());
    }
    for (long index = 0; index < count; index++) {
      partitions.get(random.nextInt(partitions.size())).add(index);
    }
    return partitions;
  }
}
