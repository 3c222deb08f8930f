package org.icsregistry.auditor.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.finding.CheckpointFinding;
import org.icsregistry.auditor.finding.EntryFinding;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.finding.Finding.AtIndex;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.verify.Verification.Result;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tampering matrix on files: each row is detected, named, and the event is given. */
class FolderTamperingTest {
  private static final TestLog LOG = TestLog.of(700);
  private static final int VICTIM = 300;

  @TempDir private Path folder;

  @Test
  void verify_findsNothing_inAGoodLog() {
    LOG.writeTo(folder, LOG.signed(10), LOG.cosigned(300), LOG.signed(512));

    Result result = verify();

    assertThat(result.findings().all()).isEmpty();
    assertThat(result.size()).isEqualTo(700);
    assertThat(result.checkpoints()).isEqualTo(4);
    assertThat(result.cosigned().orElseThrow().checkpoint().size()).isEqualTo(700);
  }

  @Test
  void verify_namesTheEvent_whenAByteIsFlipped() throws IOException {
    List<byte[]> entries = written();
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    TestLog.replaceEntries(folder, entries);

    Finding finding = alarm(verify(), EntryFinding.EntryAltered.class, VICTIM);

    assertThat(finding.provable()).contains("size 700 commits to leaf hash");
  }

  @Test
  void verify_namesTheEvent_whenItIsRemoved() throws IOException {
    List<byte[]> entries = written();
    entries.remove(VICTIM);
    TestLog.replaceEntries(folder, entries);

    Result result = verify();

    alarm(result, EntryFinding.EntryRemoved.class, VICTIM);
    assertThat(result.findings().alarms()).isEqualTo(1);
  }

  @Test
  void verify_namesTheEvent_whenTheLastOneIsRemoved() throws IOException {
    List<byte[]> entries = written();
    entries.removeLast();
    TestLog.replaceEntries(folder, entries);

    alarm(verify(), EntryFinding.EntriesMissing.class, 699);
  }

  @Test
  void verify_namesBothPlaces_whenTwoEventsAreSwapped() throws IOException {
    List<byte[]> entries = written();
    byte[] one = entries.get(VICTIM);
    entries.set(VICTIM, entries.get(VICTIM + 5));
    entries.set(VICTIM + 5, one);
    TestLog.replaceEntries(folder, entries);

    Result result = verify();

    var swapped =
        (EntryFinding.EntriesSwapped) alarm(result, EntryFinding.EntriesSwapped.class, VICTIM);
    assertThat(swapped.other()).isEqualTo(VICTIM + 5);
    assertThat(result.findings().alarms()).isEqualTo(1);
  }

  @Test
  void verify_namesThePlace_whenAnEventIsInserted() throws IOException {
    List<byte[]> entries = written();
    entries.add(VICTIM, flipped(entries.get(VICTIM)));
    TestLog.replaceEntries(folder, entries);

    alarm(verify(), EntryFinding.EntryInserted.class, VICTIM);
  }

  @Test
  void verify_namesTheTile_whenAHashIsAltered() throws IOException {
    written();
    Path tile = folder.resolve("tile/0/001");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[32 * 44 + 7] ^= 1;
    Files.write(tile, bytes);

    Result result = verify();

    assertThat(result.findings().all())
        .singleElement()
        .isInstanceOfSatisfying(
            CheckpointFinding.TileAltered.class,
            altered -> {
              assertThat(altered.path()).isEqualTo("tile/0/001");
              assertThat(altered.place()).isEqualTo(44);
            });
  }

  @Test
  void verify_namesTheTile_whenAHashAboveIsAltered() throws IOException {
    written();
    Path tile = folder.resolve("tile/1/000.p/2");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[33] ^= 1;
    Files.write(tile, bytes);

    assertThat(verify().findings().all())
        .singleElement()
        .isInstanceOfSatisfying(
            CheckpointFinding.TileAltered.class,
            altered -> assertThat(altered.path()).isEqualTo("tile/1/000.p/2"));
  }

  @Test
  void verify_namesTheTile_whenItIsMissing() throws IOException {
    written();
    Files.delete(folder.resolve("tile/0/001"));

    assertThat(verify().findings().all())
        .hasOnlyElementsOfType(CheckpointFinding.TileUnreadable.class);
  }

  @Test
  void verify_namesTheRange_whenEntryAndTileAreAlteredTogether() throws IOException {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    TestLog other = TestLog.of(entries);
    other.writeTo(folder, LOG.signed(256), LOG.signed(512));
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());

    var mismatch =
        verify().findings().all().stream()
            .filter(CheckpointFinding.RootMismatch.class::isInstance)
            .map(CheckpointFinding.RootMismatch.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(mismatch.lastGood()).isEqualTo(256);
  }

  @Test
  void verify_showsBothCheckpoints_whenOneOfTheSameSizeIsSignedOverAnotherHistory() {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    LOG.writeTo(folder, TestLog.of(entries).signed());

    Finding split = only(verify(), CheckpointFinding.SplitView.class);

    assertThat(split.provable()).contains("both signed checkpoints are the evidence");
  }

  @Test
  void verify_showsBothCheckpoints_whenASmallerOneIsSignedOverAnotherHistory() {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    SignedCheckpoint forged = TestLog.of(entries).signed(600);
    LOG.writeTo(folder, LOG.signed(200), forged);

    var split = (CheckpointFinding.SplitView) only(verify(), CheckpointFinding.SplitView.class);

    assertThat(split.one()).isEqualTo(forged);
    assertThat(split.other()).isEqualTo(LOG.cosigned(700));
  }

  @Test
  void verify_showsBothCheckpoints_whenTheLogIsRolledBack() throws IOException {
    TestLog.of(LOG.entries().subList(0, 400)).writeTo(folder);

    Result result = verify(TestLog.policy(), Optional.of(LOG.signed()));

    assertThat(result.findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.RolledBack.class);
  }

  @Test
  void verify_goesOnFromAKeptCheckpoint_andReadsOnlyTheRest() throws IOException {
    List<byte[]> entries = written();
    entries.set(10, flipped(entries.get(10)));
    TestLog.replaceEntries(folder, entries);

    Result result = verify(TestLog.policy(), Optional.of(LOG.signed(600)));

    assertThat(result.findings().all()).isEmpty();
    assertThat(result.from()).isEqualTo(512);
  }

  @Test
  void verify_refusesAKeptCheckpoint_thatIsNoBeginning() throws IOException {
    List<byte[]> entries = written();
    entries.set(VICTIM, flipped(entries.get(VICTIM)));

    Result result = verify(TestLog.policy(), Optional.of(TestLog.of(entries).signed(600)));

    assertThat(result.findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.SplitView.class);
  }

  @Test
  void verify_refusesACheckpoint_thatTheLogHasNotSigned() throws IOException {
    written();
    Path file = folder.resolve("checkpoint");
    Files.writeString(file, Files.readString(file).replace("700\n", "699\n"));

    assertThat(verify().findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.CheckpointRejected.class);
  }

  @Test
  void verify_notices_whenAWitnessLags() throws IOException {
    LOG.writeTo(folder, LOG.cosigned(512));
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());

    Result result = verify(TestLog.strictPolicy(), Optional.empty());

    assertThat(result.findings().alarms()).isZero();
    assertThat(result.findings().all())
        .containsExactly(
            new CheckpointFinding.NotYetCosigned(700, 512),
            new CheckpointFinding.WitnessLagging("W", 512, 700));
  }

  @Test
  void verify_raisesAnAlarm_whenWitnessesHaveNotSeenForLongWhatWasRecorded() throws IOException {
    LOG.writeTo(folder, LOG.cosigned(512));
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());

    Result result = verify(TestLog.strictPolicy(), Optional.empty(), TestLog.LATER);

    assertThat(result.findings().alarms()).isEqualTo(1);
    assertThat(result.findings().all())
        .contains(
            new CheckpointFinding.CosignatureOverdue(
                700, 512, Instant.parse("2026-01-05T08:08:32Z"), Freshness.PATIENCE));
  }

  @Test
  void verify_raisesAnAlarm_whenNoWitnessHasSeenAnything_howeverLateTheEventsClaimToBe()
      throws IOException {
    LOG.writeTo(folder);
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());
    Clock early = Clock.offset(TestLog.SOON, Duration.ofHours(-1));

    Result result = verify(TestLog.strictPolicy(), Optional.empty(), early);

    assertThat(result.findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.CosignatureOverdue.class);
  }

  @Test
  void verify_readsAgain_whatNoWitnessHasSeen_thoughItWasKept() throws IOException {
    LOG.writeTo(folder, LOG.cosigned(300));
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());

    Result result = verify(TestLog.strictPolicy(), Optional.of(LOG.signed(700)), TestLog.LATER);

    assertThat(result.from()).isEqualTo(256);
    assertThat(result.findings().all())
        .hasAtLeastOneElementOfType(CheckpointFinding.CosignatureOverdue.class);
  }

  @Test
  void verify_countsTheCosignaturesOfWhatWasKept() throws IOException {
    LOG.writeTo(folder);
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());

    Result result = verify(TestLog.strictPolicy(), Optional.of(LOG.cosigned(700)));

    assertThat(result.findings().all()).isEmpty();
  }

  @Test
  void verify_goingOn_showsBothCheckpoints_whenASmallerOneIsSignedOverAnotherHistory() {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    SignedCheckpoint forged = TestLog.of(entries).signed(400);
    LOG.writeTo(folder, LOG.signed(64), LOG.signed(200), forged, LOG.signed(511));

    var split =
        (CheckpointFinding.SplitView)
            only(
                verify(TestLog.policy(), Optional.of(LOG.cosigned(600))),
                CheckpointFinding.SplitView.class);

    assertThat(split.one()).isEqualTo(forged);
    assertThat(split.other()).isEqualTo(LOG.cosigned(700));
  }

  @Test
  void verify_goingOn_showsBothCheckpoints_whenASmallerSizeHasTwoRoots() {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(VICTIM, flipped(entries.get(VICTIM)));
    SignedCheckpoint forged = TestLog.of(entries).signed(400);
    LOG.writeTo(folder, LOG.signed(400), LOG.signed(650), forged);

    var split =
        (CheckpointFinding.SplitView)
            only(
                verify(TestLog.policy(), Optional.of(LOG.cosigned(600))),
                CheckpointFinding.SplitView.class);

    assertThat(List.of(split.one(), split.other())).containsExactly(LOG.signed(400), forged);
  }

  @Test
  void verify_goingOn_namesTheTile_thatDoesNotLeadToWhatWasKept() throws IOException {
    LOG.writeTo(folder, LOG.signed(200));
    Path tile = folder.resolve("tile/0/000");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[32 * 44 + 7] ^= 1;
    Files.write(tile, bytes);

    assertThat(verify(TestLog.policy(), Optional.of(LOG.cosigned(600))).findings().all())
        .singleElement()
        .isInstanceOf(CheckpointFinding.TileUnreadable.class);
  }

  private List<byte[]> written() {
    LOG.writeTo(folder);
    return new ArrayList<>(LOG.entries());
  }

  private Result verify() {
    return verify(TestLog.policy(), Optional.empty());
  }

  private Result verify(TlogPolicy policy, Optional<SignedCheckpoint> kept) {
    return verify(policy, kept, TestLog.SOON);
  }

  private Result verify(TlogPolicy policy, Optional<SignedCheckpoint> kept, Clock clock) {
    return new Verification(
            Optional.of(TiledSource.folder(folder)),
            Optional.empty(),
            policy,
            kept,
            clock,
            new PrintWriter(Writer.nullWriter()))
        .run();
  }

  private static Finding only(Result result, Class<? extends Finding> type) {
    List<Finding> some = result.findings().all().stream().filter(type::isInstance).toList();
    assertThat(some).as(result.findings().all().toString()).hasSize(1);
    return some.getFirst();
  }

  private static Finding alarm(Result result, Class<? extends AtIndex> type, long index) {
    Finding found = only(result, type);
    assertThat(((AtIndex) found).index()).isEqualTo(index);
    assertThat(found.weight()).isEqualTo(Finding.Weight.ALARM);
    return found;
  }

  private static byte[] flipped(byte[] entry) {
    byte[] copy = entry.clone();
    copy[copy.length - 10] ^= 1;
    return copy;
  }
}
