package org.icsregistry.auditor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.TestTopic;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.EntryFinding;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.finding.Finding.AtIndex;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.verify.Verification.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tampering matrix on a real broker, alone and against files. */
class KafkaTamperingTest {
  private static final TestLog LOG = TestLog.of(700);
  private static final int VICTIM = 300;

  @TempDir private Path folder;
  private TestTopic topic;

  @BeforeEach
  void makeTopics() {
    topic = new TestTopic();
  }

  @AfterEach
  void closeTopics() {
    topic.close();
  }

  @Test
  void verify_findsNothing_inAGoodTopic() {
    topic.write(LOG.entries()).checkpoint(LOG.signed(10), LOG.signed(350), LOG.cosigned(700));

    Result result = verifyKafka();

    assertThat(result.findings().all()).isEmpty();
    assertThat(result.checkpoints()).isEqualTo(3);
  }

  @Test
  void verify_findsNothing_whenTopicAndFilesAgree() {
    topic.write(LOG.entries()).checkpoint(LOG.signed(10), LOG.cosigned(700));
    LOG.writeTo(folder);

    assertThat(verifyBoth().findings().all()).isEmpty();
  }

  @Test
  void verify_namesTheEvent_whenARecordStandsUnderAnotherKey() {
    topic.write(LOG.entries().subList(0, VICTIM));
    topic.write(VICTIM, "another-person", LOG.entries().get(VICTIM));
    for (int index = VICTIM + 1; index < 700; index++) {
      topic.write(index, LOG.entries().get(index));
    }
    topic.checkpoint(LOG.cosigned(700));

    assertThat(verifyKafka().findings().all())
        .containsExactly(new EntryFinding.WrongKey("kafka", VICTIM));
  }

  @Test
  void verify_namesTheRange_whenARecordIsReplacedAndThereAreNoTiles() {
    List<byte[]> entries = entries();
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    topic.write(entries).checkpoint(LOG.signed(256), LOG.signed(350), LOG.cosigned(700));

    assertThat(verifyKafka().findings().all())
        .singleElement()
        .isInstanceOfSatisfying(
            CheckpointFinding.RootMismatch.class,
            mismatch -> assertThat(mismatch.lastGood()).isEqualTo(256));
  }

  @Test
  void verify_namesTheEvent_whenARecordIsReplacedAndThereAreTiles() {
    List<byte[]> entries = entries();
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    topic.write(entries).checkpoint(LOG.signed());
    LOG.writeTo(folder);

    alarm(verifyBoth(), EntryFinding.EntryAltered.class, VICTIM);
  }

  @Test
  void verify_believesTheTopic_whenEntryAndTileAreAlteredTogether() throws IOException {
    List<byte[]> entries = entries();
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    TestLog.of(entries).writeTo(folder);
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());
    topic.write(LOG.entries()).checkpoint(LOG.signed());

    Result result = verifyBoth();

    var altered =
        (EntryFinding.EntryAltered) alarm(result, EntryFinding.EntryAltered.class, VICTIM);
    assertThat(altered.source()).isEqualTo("folder");
    assertThat(result.findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.TileAltered.class);
  }

  @Test
  void verify_namesBothPlaces_whenTwoValuesAreSwapped() {
    List<byte[]> entries = entries();
    byte[] one = entries.get(VICTIM);
    entries.set(VICTIM, entries.get(VICTIM + 1));
    entries.set(VICTIM + 1, one);
    topic.write(entries).checkpoint(LOG.signed());

    alarm(verifyKafka(), EntryFinding.EntriesSwapped.class, VICTIM);
  }

  @Test
  void verify_namesTheIndex_whenARecordIsRemoved() {
    for (int index = 0; index < LOG.size(); index++) {
      if (index != VICTIM) {
        topic.write(index, LOG.entries().get(index));
      }
    }
    topic.checkpoint(LOG.signed());

    alarm(verifyKafka(), EntryFinding.EntryRemoved.class, VICTIM);
  }

  @Test
  void verify_namesTheIndex_whenARecordIsInserted() {
    topic.write(LOG.entries().subList(0, VICTIM + 1));
    topic.write(VICTIM, flipped(LOG.entries().get(VICTIM)));
    for (int index = VICTIM + 1; index < LOG.size(); index++) {
      topic.write(index, LOG.entries().get(index));
    }
    topic.checkpoint(LOG.signed());

    alarm(verifyKafka(), CopyFinding.IndexTwice.class, VICTIM);
  }

  @Test
  void verify_namesTheIndex_whenAPartitionIsReordered() {
    for (int index = 0; index < LOG.size(); index++) {
      int other = index == VICTIM ? VICTIM + 3 : index == VICTIM + 3 ? VICTIM : index;
      topic.write(other, LOG.entries().get(other));
    }
    topic.checkpoint(LOG.signed());

    alarm(verifyKafka(), CopyFinding.PartitionDisordered.class, VICTIM);
  }

  @Test
  void verify_namesTheFirstIndex_whenTheEndIsCutOff() {
    topic.write(LOG.entries().subList(0, 600)).checkpoint(LOG.signed());

    alarm(verifyKafka(), EntryFinding.EntriesMissing.class, 600);
  }

  @Test
  void verify_namesTheFirstIndex_whenTheBeginningIsCutOff() {
    topic.write(LOG.entries()).checkpoint(LOG.signed()).deleteBefore(1, 5);

    alarm(verifyKafka(), EntryFinding.EntryRemoved.class, 1);
  }

  @Test
  void verify_raisesRollback_whenFilesAreOlderThanTheTopic() {
    topic.write(LOG.entries()).checkpoint(LOG.signed());
    TestLog.of(LOG.entries().subList(0, 400)).writeTo(folder);

    assertThat(verifyBoth().findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.RolledBack.class);
  }

  @Test
  void verify_showsBothCheckpoints_whenTopicAndFilesHaveOneSizeWithTwoRoots() {
    List<byte[]> entries = entries();
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    topic.write(LOG.entries()).checkpoint(LOG.signed());
    TestLog.of(entries).writeTo(folder);

    assertThat(verifyBoth().findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.SplitView.class);
  }

  private static List<byte[]> entries() {
    return new ArrayList<>(LOG.entries());
  }

  private Result verifyKafka() {
    return verification(Optional.empty()).run();
  }

  private Result verifyBoth() {
    return verification(Optional.of(TiledSource.folder(folder))).run();
  }

  private Verification verification(Optional<TiledSource> tiled) {
    return new Verification(
        tiled,
        Optional.of(topic.source()),
        TestLog.policy(),
        Optional.empty(),
        TestLog.SOON,
        new PrintWriter(Writer.nullWriter()));
  }

  private static Finding alarm(Result result, Class<? extends AtIndex> type, long index) {
    List<Finding> some = result.findings().all().stream().filter(type::isInstance).toList();
    assertThat(some).as(result.findings().all().toString()).hasSize(1);
    assertThat(((AtIndex) some.getFirst()).index()).isEqualTo(index);
    return some.getFirst();
  }

  private static byte[] flipped(byte[] entry) {
    byte[] copy = entry.clone();
    copy[copy.length - 10] ^= 1;
    return copy;
  }
}
