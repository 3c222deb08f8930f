package org.icsregistry.auditor.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.finding.EntryFinding;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.contracts.message.PartnerEvent.SignaturesRequired;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that are wrong although the log has signed them. */
class InsideTest {
  private static final PartnerLinked LINKED = new PartnerLinked("RBV", LocalDate.of(2026, 1, 5));

  @TempDir private Path folder;
  private final List<byte[]> entries = new ArrayList<>(TestLog.of(20).entries());

  @Test
  void verify_saysSo_whenAnEventClaimsAnotherIndex() {
    entries.set(7, TestLog.entry(9, LINKED));

    assertThat(findings()).contains(new EntryFinding.WrongIndexInside("folder", 7, 9));
  }

  @Test
  void verify_saysSo_whenTheClockWentBack() {
    Instant early = Instant.parse("2026-01-05T07:00:00Z");
    entries.set(7, TestLog.entry(7, TestLog.person(0), early, LINKED));

    assertThat(findings())
        .containsExactly(
            new EntryFinding.ClockWentBack(
                "folder", 7, Instant.parse("2026-01-05T08:00:06Z"), early));
  }

  @Test
  void verify_saysSo_whenAnEntryIsNoEvent() {
    entries.set(7, "no event".getBytes(UTF_8));

    assertThat(findings()).singleElement().isInstanceOf(EntryFinding.EntryMalformed.class);
  }

  @Test
  void verify_notices_whenATypeIsUnknown() {
    String event = new String(entries.get(7), UTF_8);
    entries.set(7, event.replace("TrainingRecorded.v1", "TrainingRecorded.v9").getBytes(UTF_8));

    assertThat(findings()).containsExactly(new EntryFinding.UnknownType("folder", 7));
  }

  @Test
  void verify_saysSo_whenASignatureIsMissingThatThePartnerRequires() {
    entries.set(18, TestLog.entry(18, "RBV", new SignaturesRequired(true)));

    assertThat(findings())
        .containsExactly(new EntryFinding.PartnerSignatureWrong("folder", 19, "RBV", "MISSING"));
  }

  private List<Finding> findings() {
    TestLog.of(entries).writeTo(folder);
    return new Verification(
            Optional.of(TiledSource.folder(folder)),
            Optional.empty(),
            TestLog.policy(),
            Optional.empty(),
            TestLog.SOON,
            new PrintWriter(Writer.nullWriter()))
        .run()
        .findings()
        .all();
  }
}
